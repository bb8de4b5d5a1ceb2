package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.core.text.Words;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether the change of a fix was dictated: by a tool's output or by somebody whose word may not
 * become a lesson. Else a document or a customer could teach by making a call fail.
 */
final class ForeignWords {
  private static final int SHORTEST = 3;

  private ForeignWords() {}

  static boolean in(Window window, Act error, Act fix) {
    Set<String> fresh = new HashSet<>(Words.of(fix.text()));
    fresh.removeAll(new HashSet<>(Words.of(error.text())));
    fresh.removeIf(word -> word.length() < SHORTEST);
    if (fresh.isEmpty()) {
      return false;
    }
    Set<String> foreign = new HashSet<>(Words.of(error.output()));
    for (Act act : window.acts(error.event().position(), fix.event().position())) {
      foreign.addAll(Words.of(act.output()));
    }
    window
        .promptBefore(error.event().position())
        .filter(one -> !one.event().session().author().role().authorised())
        .ifPresent(one -> foreign.addAll(Words.of(((Prompt) one.event()).text())));
    return fresh.stream().anyMatch(foreign::contains);
  }
}
