package dev.hivemind.core.recall;

import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one session was shown since its latest prompt. Calls that a model makes at once are each
 * told the same lesson; once one of them was answered with it, the model knows. Thread-safe.
 */
final class SessionMemory {
  // More different calls than this are no longer made at once, whatever the host records.
  private static final int AT_ONCE = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RecallContext, Remembered> asked = new HashMap<>();
  private final Map<String, Set<Call>> shownBeforeTool = new HashMap<>();
  private final Set<String> heard = new HashSet<>();

  private record Call(String tool, String arguments) {}

  private record Remembered(long version, Recall recall) {}

  /** A prompt came: the turn begins anew. */
  void newTurn() {
    lock.lock();
    try {
      asked.clear();
      shownBeforeTool.clear();
      heard.clear();
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

  /** A held call was answered with its lesson: the model knows it from now on. */
  void heard() {
    lock.lock();
    try {
      heard.addAll(shownBeforeTool.keySet());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes note that a skill is shown before a call; false if it was already shown before the same
   * call in this turn, or if the model has heard it since.
   */
  boolean showBefore(RecallContext context, String skill) {
    lock.lock();
    try {
      Set<Call> calls = shownBeforeTool.computeIfAbsent(skill, key -> new HashSet<>());
      return !heard.contains(skill)
          && calls.size() < AT_ONCE
          && calls.add(new Call(context.tool(), context.arguments()));
    } finally {
      lock.unlock();
    }
  }
}
