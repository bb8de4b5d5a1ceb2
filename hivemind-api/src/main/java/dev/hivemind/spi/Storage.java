package dev.hivemind.spi;

import java.nio.file.Path;

/** A pair of stores that are opened and closed together. Thread-safe as its stores are. */
public interface Storage extends AutoCloseable {
  /** Returns the store for events; the same one every time. */
  EventStore events();

  /** Returns the store for skills; the same one every time. */
  SkillStore skills();

  /** Returns what the store promises and how it is set, one short line for {@code status()}. */
  String description();

  /**
   * Writes a copy of both stores, as they are at one moment, to a file that does not exist, while
   * they are in use: everything confirmed before the call is in it, and of what is written
   * meanwhile all that came before something that is in it. When it returns, the file is durable,
   * readable by its owner only, and was read back once. When it throws, what it left may be
   * deleted.
   *
   * @return what was found in the copy
   * @throws UnsupportedOperationException if the storage has no copy of its own; the default
   */
  default RowCount backup(Path file) {
    throw new UnsupportedOperationException("this storage has no backup of its own");
  }

  /**
   * Closes both stores and what is below them. Idempotent; when it returns, everything confirmed is
   * in its files.
   */
  @Override
  void close();
}
