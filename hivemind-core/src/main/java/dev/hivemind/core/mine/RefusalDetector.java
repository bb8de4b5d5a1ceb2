package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.ToolStatus;
import dev.hivemind.Verdict;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.mine.words.Phrasing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person refused a call and said why: with the refusal, or in the prompt right after it. */
final class RefusalDetector implements Detector {
  @Override
  public List<Finding> look(Window window) {
    if (window.newest().event() instanceof Approval approval) {
      return approval.verdict() == Verdict.REJECTED && !approval.reason().isBlank()
          ? window
              .call(approval.call())
              .map(act -> List.of(finding(window, act, approval.reason(), Weights.REFUSAL)))
              .orElse(List.of())
          : List.of();
    }
    return Turns.prompt(window)
        .flatMap(
            words ->
                refused(window)
                    .map(act -> List.of(finding(window, act, words, Weights.REFUSED_BEFORE))))
        .orElse(List.of());
  }

  // The refusal must be the last thing before the prompt: an answer in between has taken it up.
  private static Optional<Act> refused(Window window) {
    List<StoredEvent> before = window.between(Long.MIN_VALUE, window.newest().position());
    for (int i = before.size() - 1; i >= 0; i--) {
      AgentEvent event = before.get(i).event();
      if (event instanceof ToolResult result) {
        return result.status() == ToolStatus.REJECTED
            ? window.call(result.call()).filter(Act::refused)
            : Optional.empty();
      }
      if (event instanceof Approval approval) {
        return approval.verdict() == Verdict.REJECTED && approval.reason().isBlank()
            ? window.call(approval.call())
            : Optional.empty();
      }
      if (!(event instanceof AgentEvent.Interrupted || event instanceof AgentEvent.TurnEnd)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Window window, Act act, String reason, double weight) {
    List<Signal> signals = new ArrayList<>();
    signals.add(Signals.of(Signals.REFUSED, weight, "a person refused this call"));
    Phrasing phrasing = window.phrasing(reason);
    boolean given = window.newest().event() instanceof Approval;
    signals.addAll(given ? WordSignals.ofReason(phrasing) : WordSignals.of(phrasing));
    return new Finding(
        Kind.REFUSAL, act, window.newest(), Wanted.clean(reason), "", List.copyOf(signals));
  }
}
