package dev.hivemind.core.recall;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is made when it is first asked for, and kept. Thread-safe; two who ask at once may
 * both make it, and they make the same.
 */
final class Lazily<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Lazily(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    Optional<T> known = made;
    if (known.isPresent()) {
      return known.get();
    }
    T fresh = maker.get();
    made = Optional.of(fresh);
    return fresh;
  }
}
