package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.Evidence.Kind;
import java.util.List;
import java.util.Optional;

/** A person said what should have been done: nothing to guess. */
final class CorrectionDetector implements Detector {
  @Override
  public List<Finding> look(Window window) {
    if (!(window.newest().event() instanceof Correction correction) || isEmpty(correction)) {
      return List.of();
    }
    return target(window, correction)
        .map(act -> List.of(finding(window, correction, act)))
        .orElse(List.of());
  }

  private static boolean isEmpty(Correction correction) {
    return correction.text().isBlank()
        && correction.arguments().isBlank()
        && correction.answer().isBlank();
  }

  private static Optional<Act> target(Window window, Correction correction) {
    if (!correction.target().isEmpty()) {
      return window.call(correction.target());
    }
    List<Act> acts = window.acts();
    boolean answer = !correction.answer().isEmpty();
    for (int i = acts.size() - 1; i >= 0; i--) {
      if (!answer || !acts.get(i).isCall()) {
        return Optional.of(acts.get(i));
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Window window, Correction correction, Act act) {
    String replacement =
        correction.arguments().isBlank() ? correction.answer() : correction.arguments();
    return new Finding(
        Kind.CORRECTION,
        act,
        window.newest(),
        Wanted.clean(correction.text()),
        replacement,
        List.of(Signals.of(Signals.CORRECTION, Weights.CORRECTION, "a person corrected this act")));
  }
}
