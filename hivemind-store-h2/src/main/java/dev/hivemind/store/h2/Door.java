package dev.hivemind.store.h2;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets callers through, or one of them alone while the others wait. Fair: who closes the door waits
 * for those inside, not for those who come after. Thread-safe.
 */
final class Door {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  <T> T through(Supplier<T> work) {
    return under(lock.readLock(), work);
  }

  <T> T closed(Supplier<T> work) {
    return under(lock.writeLock(), work);
  }

  private static <T> T under(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
