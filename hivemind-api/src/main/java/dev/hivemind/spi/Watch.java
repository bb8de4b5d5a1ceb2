package dev.hivemind.spi;

/** A listener's stay with a store: after {@link #close} it is not called any more. */
@FunctionalInterface
public interface Watch extends AutoCloseable {
  /** Returns the watch of a store that has nothing to tell. */
  static Watch none() {
    return () -> {};
  }

  /** Ends it; waits a few seconds at most for a call that has begun. Idempotent. */
  @Override
  void close();
}
