package dev.hivemind.testkit;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Complains about a store's caller. An {@link AssertionError} passes where exceptions are caught.
 */
final class Caller {
  private final String store;
  private final AtomicBoolean closed = new AtomicBoolean();

  Caller(String store) {
    this.store = store;
  }

  /** Complains unless the store is open and the condition holds. */
  void must(boolean holds, String rule) {
    isOpen();
    if (!holds) {
      throw new AssertionError("caller of the " + store + ": " + rule);
    }
  }

  void isOpen() {
    if (closed.get()) {
      throw new AssertionError("caller of the " + store + ": use after close");
    }
  }

  void closes() {
    closed.set(true);
  }
}
