package dev.hivemind.store.h2;

import dev.hivemind.HivemindException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Group commit: one thread runs checkpoints, each for all writers that wait when it begins. A
 * writer is acknowledged by a checkpoint that began after its commit. A reader waits for one too as
 * long as any writer does: what it has read may be that writer's, and must not be lost once it was
 * seen.
 *
 * <p>After a failure nothing is acknowledged any more: what is on the disk is unknown until the
 * database is opened again. Thread-safe.
 */
final class Checkpoints implements Acknowledgement {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Condition ended = lock.newCondition();
  private final Runnable checkpoint;
  private final Thread thread;

  private long begun;
  private long wanted;
  private long done;
  private int writers;
  private String failure = "";
  private boolean stopped;

  Checkpoints(Runnable checkpoint) {
    this.checkpoint = checkpoint;
    this.thread = Workers.named("hivemind-h2-checkpoint-").newThread(this::run);
    thread.start();
  }

  @Override
  public <T> T write(Supplier<T> write) {
    count(1);
    try {
      T result = write.get();
      await();
      return result;
    } finally {
      count(-1);
    }
  }

  @Override
  public <T> T read(Supplier<T> read) {
    T result = read.get();
    if (unsettled()) {
      await();
    }
    return result;
  }

  private void count(int change) {
    lock.lock();
    try {
      writers += change;
    } finally {
      lock.unlock();
    }
  }

  private boolean unsettled() {
    lock.lock();
    try {
      return writers > 0 || !failure.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a checkpoint that begins from now on. */
  private void await() {
    lock.lock();
    try {
      long mine = begun + 1;
      wanted = Math.max(wanted, mine);
      asked.signal();
      while (done < mine && failure.isEmpty()) {
        ended.awaitUninterruptibly();
      }
      if (done < mine) {
        throw new HivemindException(failure);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (begin()) {
      String failed = attempt();
      lock.lock();
      try {
        if (failed.isEmpty()) {
          done = begun;
        } else {
          failure = failed;
        }
        ended.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits for work; returns false at the end of it. */
  private boolean begin() {
    lock.lock();
    try {
      while (wanted <= begun && !stopped) {
        asked.awaitUninterruptibly();
      }
      begun++;
      return !stopped && failure.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private String attempt() {
    try {
      checkpoint.run();
      return "";
    } catch (RuntimeException | Error e) {
      return "not confirmed: " + e.getMessage();
    }
  }

  /** Ends the thread; nobody waits any more. */
  @Override
  public void close() {
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
