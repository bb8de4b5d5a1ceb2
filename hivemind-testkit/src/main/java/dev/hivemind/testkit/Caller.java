package dev.hivemind.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Complains about a store's caller, with an {@link AssertionError}, which passes where exceptions
 * are caught, and keeps the complaint where it does not. Thread-safe.
 */
final class Caller {
  private final String store;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Caller(String store) {
    this.store = store;
  }

  /** Complains unless the store is open and the condition holds. */
  void must(boolean holds, String rule) {
    isOpen();
    if (!holds) {
      complain(rule);
    }
  }

  void isOpen() {
    if (closed.get()) {
      complain("use after close");
    }
  }

  private void complain(String rule) {
    String complaint = "caller of the " + store + ": " + rule;
    complaints.add(complaint);
    throw new AssertionError(complaint);
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  void closes() {
    closed.set(true);
  }
}
