package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.core.event.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a prompt answers. */
final class Turns {
  private static final Pattern QUESTION = Pattern.compile("(?s).*[?\uff1f][\\s)*_\"]*+");

  private Turns() {}

  /**
   * Returns the act a new prompt is about: the latest call of the turn before it, else the latest
   * answer. Empty if the window does not hold the prompt that began that turn: what is not seen
   * whole is not judged, so that mining from the middle never picks another act.
   */
  static Optional<Act> answered(Window window) {
    List<Act> acts = before(window);
    for (int i = acts.size() - 1; i >= 0; i--) {
      if (acts.get(i).isCall()) {
        return Optional.of(acts.get(i));
      }
    }
    return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1));
  }

  /** Returns the acts of the turn before the newest event, which is a prompt; oldest first. */
  static List<Act> before(Window window) {
    StoredEvent newest = window.newest();
    return window
        .promptBefore(newest.position())
        .map(first -> window.acts(first.position(), newest.position()))
        .orElse(List.of());
  }

  /** Returns whether the agent's latest answer before the newest event ends with a question. */
  static boolean asked(Window window) {
    List<Act> acts = before(window);
    for (int i = acts.size() - 1; i >= 0; i--) {
      if (!acts.get(i).isCall()) {
        return QUESTION.matcher(acts.get(i).text()).matches();
      }
    }
    return false;
  }

  /** Returns the newest event's words if it is a prompt that says anything. */
  static Optional<String> prompt(Window window) {
    return window.newest().event() instanceof Prompt prompt && !prompt.text().isBlank()
        ? Optional.of(prompt.text())
        : Optional.empty();
  }
}
