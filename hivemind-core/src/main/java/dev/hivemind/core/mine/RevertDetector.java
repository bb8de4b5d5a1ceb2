package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Revert;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import java.util.List;
import java.util.Optional;

/** A person undid what a call had done. */
final class RevertDetector implements Detector {
  @Override
  public List<Finding> look(Window window) {
    if (!(window.newest().event() instanceof Revert revert)
        || revert.session().author().role().compareTo(Role.END_USER) > 0) {
      return List.of();
    }
    return target(window, revert)
        .map(
            act ->
                List.of(
                    new Finding(
                        Kind.REVERT,
                        act,
                        window.newest(),
                        "",
                        "",
                        List.of(
                            Signals.of(
                                Signals.REVERTED, Weights.REVERT, "a person undid this act")))))
        .orElse(List.of());
  }

  private static Optional<Act> target(Window window, Revert revert) {
    if (!revert.target().isEmpty()) {
      return window.call(revert.target());
    }
    List<Act> acts = window.acts();
    return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1));
  }
}
