package dev.hivemind.store.h2;

/** Waiting that an interrupt does not break off; it is set again afterwards. */
final class Uninterrupted {
  /** Waits for something. */
  interface Waiting<T> {
    T get() throws InterruptedException;
  }

  private Uninterrupted() {}

  static <T> T get(Waiting<T> waiting) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return waiting.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
