package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Signal;
import dev.hivemind.core.mine.words.Phrasing;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one turn as signals: one with all their weight, one that says what they can teach.
 */
final class WordSignals {
  private WordSignals() {}

  static List<Signal> of(Phrasing phrasing) {
    return of(phrasing, phrasing.logOdds());
  }

  static List<Signal> ofReason(Phrasing phrasing) {
    return of(phrasing, phrasing.logOddsOfReason());
  }

  private static List<Signal> of(Phrasing phrasing, double logOdds) {
    List<Signal> signals = new ArrayList<>();
    if (logOdds != 0) {
      signals.add(Signals.of(Signals.WORDS, logOdds, phrasing.why()));
    }
    if (phrasing.saysWhatIsWanted()) {
      signals.add(Signals.of(Signals.WANTED, 0, "the words say what is wanted"));
    }
    return List.copyOf(signals);
  }
}
