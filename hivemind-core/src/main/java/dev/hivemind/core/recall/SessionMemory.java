package dev.hivemind.core.recall;

import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What one session was shown since its latest prompt. Thread-safe. */
final class SessionMemory {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RecallContext, Remembered> asked = new HashMap<>();
  private final Set<String> shownBeforeTool = new HashSet<>();

  private record Remembered(long version, Recall recall) {}

  /** A prompt came: the turn begins anew. */
  void newTurn() {
    lock.lock();
    try {
      asked.clear();
      shownBeforeTool.clear();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns what was answered to the same question at the prompt, as long as the library is the
   * same.
   */
  Optional<Recall> answered(RecallContext context, long version) {
    lock.lock();
    try {
      return Optional.ofNullable(asked.get(context))
          .filter(one -> one.version() == version)
          .map(Remembered::recall);
    } finally {
      lock.unlock();
    }
  }

  void remember(RecallContext context, long version, Recall recall) {
    lock.lock();
    try {
      asked.put(context, new Remembered(version, recall));
    } finally {
      lock.unlock();
    }
  }

  /** Takes note that a skill is shown before a tool; false if it was already shown in this turn. */
  boolean showBeforeTool(String skill) {
    lock.lock();
    try {
      return shownBeforeTool.add(skill);
    } finally {
      lock.unlock();
    }
  }
}
