package dev.hivemind.benchmarks;

import dev.hivemind.core.mine.words.Phrasing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the miner sees of a plain turn, by name, and what each name says by itself: the values the
 * weights were set to by hand before any were learned. Training pulls toward them.
 */
final class TurnFeatures {
  static final Map<String, Double> BY_HAND =
      Map.ofEntries(
          Map.entry("REFUSES", 2.0),
          Map.entry("UNDOES", 1.6),
          Map.entry("FORBIDS", 1.4),
          Map.entry("RULES", 1.0),
          Map.entry("CONTRASTS", 1.2),
          Map.entry("RENEWS", .8),
          Map.entry("FAILURE", 1.4),
          Map.entry("FINDING", 1.2),
          Map.entry("CHALLENGES", 1.4),
          Map.entry("MARVELS", 1.0),
          Map.entry("NO_OBJECTION", -4.0),
          Map.entry("OWN_SLIP", -3.5),
          Map.entry("THANKS", -2.5),
          Map.entry("ABOUT_ME", -2.0),
          Map.entry("GOES_AHEAD", -1.4),
          Map.entry("REQUESTS", -1.2),
          Map.entry("ASKS", -.8),
          Map.entry("wordy", .8),
          Map.entry("terse", -.6),
          Map.entry("asked", -.5),
          Map.entry("interrupted", 1.2),
          Map.entry("refused", 1.6));

  private static final Pattern QUESTION = Pattern.compile("(?s).*[?\uff1f][\\s)*_\"]*+");
  private static final int FEW = 3;

  private TurnFeatures() {}

  static Map<String, Double> of(LabelledTurn turn) {
    Map<String, Double> features = new LinkedHashMap<>();
    Phrasing phrasing = Phrasing.of(turn.words());
    for (Object family : phrasing.cues()) {
      features.put(family.toString(), 1.0);
    }
    if (phrasing.words() > 0) {
      features.put("wordy", Math.min(Math.log1p(phrasing.words()), 5) / 5);
      if (phrasing.words() <= FEW) {
        features.put("terse", 1.0);
      }
    }
    if (QUESTION.matcher(turn.answer()).matches()) {
      features.put("asked", 1.0);
    }
    if (turn.interrupted()) {
      features.put("interrupted", 1.0);
    }
    if (turn.refused()) {
      features.put("refused", 1.0);
    }
    return features;
  }
}
