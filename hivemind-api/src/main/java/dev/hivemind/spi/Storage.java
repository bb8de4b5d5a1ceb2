package dev.hivemind.spi;

/** A pair of stores that are opened and closed together. Thread-safe as its stores are. */
public interface Storage extends AutoCloseable {
  /** Returns the store for events; the same one every time. */
  EventStore events();

  /** Returns the store for skills; the same one every time. */
  SkillStore skills();

  /** Returns what the store promises and how it is set, one short line for {@code status()}. */
  String description();

  /**
   * Closes both stores and what is below them. Idempotent; when it returns, everything confirmed is
   * in its files.
   */
  @Override
  void close();
}
