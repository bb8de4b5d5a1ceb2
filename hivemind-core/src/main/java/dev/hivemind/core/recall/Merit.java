package dev.hivemind.core.recall;

import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.outcome.Posterior;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks what recall is sure about by what came of it before, too: of two lessons that fit about as
 * well the better proved one is shown. It makes nothing surer than it is.
 */
final class Merit {
  // A lesson that is always right outweighs one that is never by a sixth of the whole score.
  private static final double WEIGHT = .15;
  private static final Comparator<Judged> BEST_FIRST =
      Comparator.comparingDouble(Judged::score).reversed().thenComparing(one -> one.skill().id());

  private Merit() {}

  /** Returns the same, those above the threshold ranked anew before the rest. */
  static List<Judged> ranked(List<Judged> bestFirst, LibrarySnapshot library) {
    List<Judged> sure = new ArrayList<>();
    List<Judged> rest = new ArrayList<>();
    for (Judged one : bestFirst) {
      if (one.confidence() >= Choice.THRESHOLD) {
        sure.add(weighed(one, library));
      } else {
        rest.add(one);
      }
    }
    sure.sort(BEST_FIRST);
    sure.addAll(rest);
    return sure;
  }

  private static Judged weighed(Judged one, LibrarySnapshot library) {
    double useful = Posterior.usefulness(one.skill(), library.record(one.skill().id()));
    Map<String, Double> parts = new LinkedHashMap<>(one.parts());
    parts.put("proved", useful);
    return new Judged(
        one.skill(), parts, one.score() + WEIGHT * useful, one.confidence(), one.repeated());
  }
}
