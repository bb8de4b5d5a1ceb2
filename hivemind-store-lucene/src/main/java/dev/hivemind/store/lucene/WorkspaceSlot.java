package dev.hivemind.store.lucene;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The place of a workspace, its index open or not.
 *
 * <p>Two locks, taken in this order. {@code writing} is held by an apply, a clear or a close from
 * beginning to end. {@code state} is held for reading by whoever uses the open index, an apply
 * included, and for writing only to open or close it. So whoever waits to write {@code state} waits
 * for searches at most, never for an apply, and a search behind him waits no longer.
 */
final class WorkspaceSlot {
  private final WorkspaceFiles files;
  private final PrivateThreads threads;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantReadWriteLock state = new ReentrantReadWriteLock();
  private Optional<WorkspaceIndex> index = Optional.empty();
  private volatile boolean open;

  /** Known to have no files: searches then need not look. */
  private boolean empty;

  private volatile long lastUse;

  WorkspaceSlot(WorkspaceFiles files, PrivateThreads threads) {
    this.files = files;
    this.threads = threads;
  }

  /** Notes a use by its number and returns whether the index is open. */
  boolean used(long number) {
    lastUse = number;
    return open;
  }

  long lastUse() {
    return lastUse;
  }

  /** Returns whether the index was open a moment ago; waits for nobody. */
  boolean isOpen() {
    return open;
  }

  long version() {
    return reading(WorkspaceIndex::version, 0L);
  }

  List<Candidate> candidates(CandidateQuery query) {
    return reading(current -> current.candidates(query), List.of());
  }

  private <T> T reading(Use<T> use, T absent) {
    while (true) {
      state.readLock().lock();
      try {
        if (empty) {
          return absent;
        }
        if (index.isPresent()) {
          return use.of(index.get());
        }
      } catch (IOException e) {
        throw new dev.hivemind.HivemindException("searching failed: " + e.getMessage(), e);
      } finally {
        state.readLock().unlock();
      }
      locked(state.writeLock(), () -> openIfThere());
    }
  }

  private boolean openIfThere() {
    if (index.isEmpty() && !empty) {
      empty = !files.exist();
      return empty || open();
    }
    return true;
  }

  private boolean open() {
    index = Optional.of(threads.call("opening the index", () -> WorkspaceIndex.open(files)));
    empty = false;
    open = true;
    return true;
  }

  void apply(List<IndexEntry> entries, long version) {
    entries.forEach(SkillDocuments::check);
    locked(
        writing,
        () -> {
          locked(state.writeLock(), () -> index.isPresent() || open());
          try {
            return locked(state.readLock(), () -> applied(entries, version));
          } catch (RuntimeException | Error e) {
            locked(state.writeLock(), this::abandon);
            throw e;
          }
        });
  }

  private boolean applied(List<IndexEntry> entries, long version) {
    WorkspaceIndex current = index.orElseThrow();
    return threads.call(
        "writing the index",
        () -> {
          current.apply(entries, version);
          return true;
        });
  }

  /** After a failure the files are as they were at the last commit: forget what is in memory. */
  private boolean abandon() {
    return close(WorkspaceIndex::abandon);
  }

  private boolean close(Closing closing) {
    Optional<WorkspaceIndex> closed = index;
    index = Optional.empty();
    open = false;
    return closed.isEmpty()
        || threads.call(
            "closing the index",
            () -> {
              closing.of(closed.get());
              return true;
            });
  }

  void clear() {
    locked(
        writing,
        () ->
            locked(
                state.writeLock(),
                () -> {
                  abandon();
                  threads.call(
                      "deleting the index",
                      () -> {
                        files.delete();
                        return true;
                      });
                  empty = true;
                  return true;
                }));
  }

  /** Commits and closes. */
  void close() {
    locked(writing, () -> locked(state.writeLock(), this::closed));
  }

  private boolean closed() {
    return close(WorkspaceIndex::close);
  }

  /** Closes unless somebody is at it. */
  void closeIfIdle() {
    if (writing.tryLock()) {
      try {
        if (state.writeLock().tryLock()) {
          try {
            closed();
          } finally {
            state.writeLock().unlock();
          }
        }
      } finally {
        writing.unlock();
      }
    }
  }

  private static <T> T locked(Lock lock, java.util.function.Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** A way to close an index. */
  private interface Closing {
    void of(WorkspaceIndex index) throws IOException;
  }

  /** A use of the open index. */
  private interface Use<T> {
    T of(WorkspaceIndex index) throws IOException;
  }
}
