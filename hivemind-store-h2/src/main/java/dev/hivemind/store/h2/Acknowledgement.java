package dev.hivemind.store.h2;

import java.util.function.Supplier;

/** When a write, and a read that may have seen one, returns. Thread-safe. */
interface Acknowledgement extends AutoCloseable {
  /** At once. */
  Acknowledgement AT_ONCE =
      new Acknowledgement() {
        @Override
        public <T> T write(Supplier<T> write) {
          return write.get();
        }

        @Override
        public <T> T read(Supplier<T> read) {
          return read.get();
        }

        @Override
        public void close() {}
      };

  /** Runs a write and returns when it is durable. */
  <T> T write(Supplier<T> write);

  /** Runs a read and returns when what it saw is durable. */
  <T> T read(Supplier<T> read);

  @Override
  void close();
}
