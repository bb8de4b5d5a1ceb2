package dev.hivemind.store.lucene;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** An index per workspace, opened when first used; the longest unused are closed again. */
final class LuceneRecallEngine implements RecallEngine {
  private static final int OPEN = 64;

  private final Path root;
  private final PrivateThreads threads = new PrivateThreads();
  private final Map<String, WorkspaceSlot> slots = new ConcurrentHashMap<>();
  private final AtomicLong uses = new AtomicLong();

  /** Held for reading by every use, for writing by close alone. */
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

  private boolean closed;

  LuceneRecallEngine(Path directory) {
    this.root = directory.toAbsolutePath();
    try {
      WorkspaceFiles.makeDirectories(root);
    } catch (IOException e) {
      throw new HivemindException(root + " cannot be made: give another directory", e);
    }
  }

  @Override
  public long version(String workspace) {
    return using(workspace, WorkspaceSlot::version);
  }

  @Override
  public void apply(String workspace, List<IndexEntry> entries, long version) {
    List<IndexEntry> copy = List.copyOf(entries);
    using(
        workspace,
        slot -> {
          slot.apply(copy, version);
          return version;
        });
  }

  @Override
  public List<Candidate> candidates(CandidateQuery query) {
    return using(query.workspace(), slot -> slot.candidates(query));
  }

  @Override
  public void clear(String workspace) {
    using(
        workspace,
        slot -> {
          slot.clear();
          return workspace;
        });
  }

  private <T> T using(String workspace, Function<WorkspaceSlot, T> use) {
    life.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the recall engine is closed");
      }
      WorkspaceSlot slot =
          slots.computeIfAbsent(
              workspace, name -> new WorkspaceSlot(new WorkspaceFiles(root, name), threads));
      boolean wasOpen = slot.used(uses.incrementAndGet());
      T result = use.apply(slot);
      if (!wasOpen) {
        closeLongestUnused();
      }
      return result;
    } finally {
      life.readLock().unlock();
    }
  }

  /** Leaves at most {@value #OPEN} open; one that is in use just then stays. */
  private void closeLongestUnused() {
    List<WorkspaceSlot> open = slots.values().stream().filter(WorkspaceSlot::isOpen).toList();
    open.stream()
        .sorted(Comparator.comparingLong(WorkspaceSlot::lastUse))
        .limit(Math.max(0, open.size() - OPEN))
        .forEach(slot -> threads.later(slot::closeIfIdle));
  }

  @Override
  public void close() {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        try {
          slots.values().forEach(WorkspaceSlot::close);
        } finally {
          threads.close();
        }
      }
    } finally {
      life.writeLock().unlock();
    }
  }
}
