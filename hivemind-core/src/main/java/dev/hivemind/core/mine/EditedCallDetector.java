package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Verdict;
import dev.hivemind.core.text.Json;
import java.util.List;

/** A person let a call go ahead with other arguments. */
final class EditedCallDetector implements Detector {
  private static final Signal SIGNAL =
      Signals.of(
          Signals.EDITED_CALL, Weights.EDITED_CALL, "a person changed the arguments of this call");

  @Override
  public List<Finding> look(Window window) {
    if (!(window.newest().event() instanceof Approval approval)
        || approval.verdict() != Verdict.EDITED
        || approval.arguments().isBlank()) {
      return List.of();
    }
    return window
        .call(approval.call())
        .filter(act -> !Json.leaves(act.text()).equals(Json.leaves(approval.arguments())))
        .map(
            act ->
                List.of(
                    new Finding(
                        Kind.EDITED,
                        act,
                        window.newest(),
                        Wanted.clean(approval.reason()),
                        approval.arguments(),
                        List.of(SIGNAL))))
        .orElse(List.of());
  }
}
