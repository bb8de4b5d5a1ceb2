package dev.hivemind.testkit;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Data behind a lock: what is left of a store when it is closed, and found again by the next. */
final class Guarded<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final T data;

  Guarded(T data) {
    this.data = data;
  }

  <R> R with(Function<T, R> use) {
    lock.lock();
    try {
      return use.apply(data);
    } finally {
      lock.unlock();
    }
  }
}
