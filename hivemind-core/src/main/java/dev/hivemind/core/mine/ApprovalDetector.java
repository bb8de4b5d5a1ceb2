package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Verdict;
import java.util.List;
import java.util.Optional;

/** A person said that an act was right: let it go ahead as proposed, or gave thanks for it. */
final class ApprovalDetector implements Detector {
  private static final Signal APPROVED =
      Signals.of(Signals.CONFIRMED, Weights.APPROVED, "a person approved this call as it was");
  private static final Signal THANKED =
      Signals.of(Signals.CONFIRMED, Weights.THANKED, "a person gave thanks for it");

  @Override
  public List<Finding> look(Window window) {
    if (window.newest().event() instanceof Approval approval) {
      return approval.verdict() == Verdict.APPROVED
          ? finding(window, window.call(approval.call()), APPROVED)
          : List.of();
    }
    return Turns.prompt(window).filter(words -> window.phrasing(words).isThanks()).isPresent()
        ? finding(window, Turns.answered(window), THANKED)
        : List.of();
  }

  private static List<Finding> finding(Window window, Optional<Act> act, Signal signal) {
    return act.map(
            one ->
                List.of(
                    new Finding(Kind.CONFIRMATION, one, window.newest(), "", "", List.of(signal))))
        .orElse(List.of());
  }
}
