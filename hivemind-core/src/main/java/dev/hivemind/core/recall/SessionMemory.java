package dev.hivemind.core.recall;

import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.core.text.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/** What one session was shown since its latest prompt. Thread-safe. */
final class SessionMemory {
  private static final int CALLS = 1_000;
  // A host that never records what it did with a hold is not held for ever.
  private static final int UNANSWERED = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RecallContext, Remembered> asked = new HashMap<>();
  private final Set<String> shownBeforeTool = new HashSet<>();
  private final Map<Call, Held> held =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Call, Held> eldest) {
          return size() > CALLS;
        }
      };
  private long heard;

  private record Remembered(long version, Recall recall) {}

  /** A call that a skill held: the same arguments in whatever order are the same call. */
  private record Call(String skill, String tool, String arguments) {
    static Call of(String skill, RecallContext context) {
      String arguments = new TreeMap<>(Json.leaves(context.arguments())).toString();
      return new Call(skill, context.tool(), arguments);
    }
  }

  /** How often a call was held in a row, and how much had been heard of the session then. */
  private record Held(int times, long heard) {}

  /** A prompt came: the turn begins anew. */
  void newTurn() {
    lock.lock();
    try {
      asked.clear();
      shownBeforeTool.clear();
      held.clear();
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

  /** Something came of what was said: an answer, a result. */
  void answered() {
    lock.lock();
    try {
      heard++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes note that a skill holds a call; false if the agent was told so before and sends the same
   * call again, which it may. As long as nothing was heard since, the call was sent beside the
   * first one rather than again.
   */
  boolean hold(String skill, RecallContext context) {
    Call call = Call.of(skill, context);
    lock.lock();
    try {
      Held before = held.getOrDefault(call, new Held(0, heard));
      if (before.heard() != heard || before.times() == UNANSWERED) {
        return false;
      }
      held.put(call, new Held(before.times() + 1, heard));
      shownBeforeTool.add(skill);
      return true;
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
