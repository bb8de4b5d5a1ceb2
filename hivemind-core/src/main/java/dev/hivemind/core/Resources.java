package dev.hivemind.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What was opened, closed in the opposite order; one that cannot be closed does not keep the others
 * open.
 */
final class Resources {
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  /** Returns what went wrong on the way, if anything. */
  Optional<Exception> close() {
    Optional<Exception> failure = Optional.empty();
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    return failure;
  }
}
