package dev.hivemind.store.jdbc;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether something may still be used. Thread-safe. */
final class Open {
  private final String what;
  private final AtomicBoolean closed = new AtomicBoolean();

  Open(String what) {
    this.what = what;
  }

  void check() {
    if (closed.get()) {
      throw new IllegalStateException(what + " is closed");
    }
  }

  void close() {
    closed.set(true);
  }
}
