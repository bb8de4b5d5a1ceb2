package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Interrupted;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.AgentEvent.TurnEnd;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.core.event.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/** A person stopped the agent and then said something. */
final class InterruptionDetector implements Detector {
  @Override
  public List<Finding> look(Window window) {
    return Turns.prompt(window)
        .filter(words -> stopped(window))
        .flatMap(words -> Turns.answered(window).map(act -> List.of(finding(window, act, words))))
        .orElse(List.of());
  }

  // Only what the stop itself leaves behind may stand between it and the prompt.
  private static boolean stopped(Window window) {
    List<StoredEvent> before = window.between(Long.MIN_VALUE, window.newest().position());
    for (int i = before.size() - 1; i >= 0; i--) {
      AgentEvent event = before.get(i).event();
      if (event instanceof Interrupted) {
        return true;
      }
      if (!(event instanceof ToolResult || event instanceof TurnEnd)) {
        return false;
      }
    }
    return false;
  }

  private static Finding finding(Window window, Act act, String words) {
    List<Signal> signals = new ArrayList<>();
    signals.add(
        Signals.of(Signals.INTERRUPTED, Weights.INTERRUPTION, "a person stopped the agent here"));
    signals.addAll(WordSignals.of(window.phrasing(words)));
    return new Finding(
        Kind.INTERRUPTION, act, window.newest(), Wanted.clean(words), "", List.copyOf(signals));
  }
}
