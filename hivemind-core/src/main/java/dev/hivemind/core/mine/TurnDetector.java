package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.core.mine.words.Phrasing;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain turn right after an act. Most hosts have nothing else, and most such turns are the next
 * request: its words are evidence, never more.
 */
final class TurnDetector implements Detector {
  @Override
  public List<Finding> look(Window window) {
    return Turns.prompt(window)
        .flatMap(words -> Turns.answered(window).map(act -> findings(window, act, words)))
        .orElse(List.of());
  }

  private static List<Finding> findings(Window window, Act act, String words) {
    Phrasing phrasing = window.phrasing(words);
    List<Signal> signals = new ArrayList<>(WordSignals.of(phrasing));
    if (Turns.asked(window)) {
      signals.add(Signals.of(Signals.ASKED, Weights.ASKED, "the agent had asked a question"));
    }
    return List.of(
        new Finding(
            Kind.USER_TURN,
            act,
            window.newest(),
            phrasing.isThanks() ? "" : Wanted.clean(words),
            "",
            List.copyOf(signals)));
  }
}
