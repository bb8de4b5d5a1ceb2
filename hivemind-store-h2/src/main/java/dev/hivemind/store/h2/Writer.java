package dev.hivemind.store.h2;

import dev.hivemind.HivemindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Group commit: one thread runs the writes that wait, each a transaction, then one checkpoint for
 * all of them, then acknowledges them. A reader that may have seen rows of a group waits for its
 * end too: what was seen must not be lost.
 *
 * <p>One thread, because H2 may acknowledge a checkpoint too early while another thread writes. A
 * daemon, gone after {@link #close}. After a checkpoint has failed nothing is acknowledged: what is
 * on the disk is unknown until the database was opened again, see {@link #mended}. Thread-safe.
 */
final class Writer {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Condition ended = lock.newCondition();
  private final Runnable checkpoint;
  private final Thread thread;

  private List<Write<?>> waiting = new ArrayList<>();
  private long begun;
  private long done;
  private String failure = "";
  private boolean stopped;

  /** Takes what makes everything committed so far durable. */
  Writer(Runnable checkpoint) {
    this.checkpoint = checkpoint;
    this.thread = Workers.named("hivemind-h2-writer-").newThread(this::run);
    thread.start();
  }

  /** A transaction and its outcome, which is told after the checkpoint. */
  private static final class Write<T> {
    private final Supplier<T> work;
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private Runnable tell = () -> {};

    Write(Supplier<T> work) {
      this.work = work;
    }

    void run() {
      try {
        T result = work.get();
        tell = () -> told.complete(result);
      } catch (RuntimeException | Error e) {
        tell = () -> told.completeExceptionally(e);
      }
    }

    void tell(String failure) {
      if (!failure.isEmpty()) {
        told.completeExceptionally(new HivemindException(failure));
      }
      tell.run();
    }
  }

  /** Runs a transaction and returns its result when it is durable. */
  <T> T write(Supplier<T> work) {
    Write<T> write = new Write<>(work);
    lock.lock();
    try {
      waiting.add(write);
      asked.signal();
    } finally {
      lock.unlock();
    }
    return Workers.outcome(write.told);
  }

  /** Returns when everything that could be read before is durable. */
  void settle() {
    lock.lock();
    try {
      long group = begun;
      while (done < group) {
        ended.awaitUninterruptibly();
      }
      if (!failure.isEmpty()) {
        throw new HivemindException(failure);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (List<Write<?>> group = next(); !group.isEmpty(); group = next()) {
      String failed = failure.isEmpty() ? attempt(group) : failure;
      end(failed);
      group.forEach(write -> write.tell(failed));
    }
  }

  /** Waits for writes; returns none when it is over. */
  private List<Write<?>> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !stopped) {
        asked.awaitUninterruptibly();
      }
      List<Write<?>> group = waiting;
      waiting = new ArrayList<>();
      begun++;
      return group;
    } finally {
      lock.unlock();
    }
  }

  private String attempt(List<Write<?>> group) {
    try {
      group.forEach(Write::run);
      checkpoint.run();
      return "";
    } catch (RuntimeException | Error e) {
      return "not confirmed: " + e.getMessage();
    }
  }

  private void end(String failed) {
    lock.lock();
    try {
      failure = failed;
      done = begun;
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Acknowledges again; the caller sees to it that nobody reads or writes meanwhile. */
  void mended() {
    lock.lock();
    try {
      failure = "";
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread; the caller sees to it that nobody writes any more. */
  void close() {
    lock.lock();
    try {
      stopped = true;
      asked.signal();
    } finally {
      lock.unlock();
    }
    Uninterrupted.get(
        () -> {
          thread.join();
          return thread;
        });
  }
}
