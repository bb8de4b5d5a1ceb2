package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import dev.hivemind.core.recall.Mistake.Standing;
import dev.hivemind.core.text.Json;
import java.util.List;
import java.util.Map;

/**
 * What the waiting call says for or against a skill about its tool, in log-odds to be added to what
 * the words say: that it is the same tool, the more the fewer skills are about it; that the value
 * which was wrong is there again; or that it is right already, and nobody need be told.
 */
final class Repetition {
  private static final double SAME_TOOL = 1.3;
  private static final double REPEATED = 1.5;
  private static final double AVOIDED = -5;
  private static final double PER_LIKENESS = 5;
  private static final double USUAL_LIKENESS = .3;
  private static final double UNLIKE = -2.5;

  private final String tool;
  private final Map<String, String> leaves;
  private final double prior;

  /** Creates for a context; {@code sharing} says how many candidates are about its tool. */
  Repetition(RecallContext context, int sharing) {
    this.tool = context.tool();
    this.leaves = context.arguments().isBlank() ? Map.of() : Json.leaves(context.arguments());
    this.prior = SAME_TOOL - Math.log(Math.max(1, sharing));
  }

  double odds(Profile profile) {
    if (tool.isEmpty() || !profile.tools().contains(tool)) {
      return 0;
    }
    List<Mistake> mistakes =
        profile.mistakes().stream().filter(one -> one.tool().equals(tool)).toList();
    List<Standing> standings = mistakes.stream().map(one -> one.standing(leaves)).toList();
    if (standings.contains(Standing.REPEATED)) {
      return prior + REPEATED;
    }
    if (standings.contains(Standing.AVOIDED)) {
      return prior + AVOIDED;
    }
    return prior
        + mistakes.stream()
            .filter(one -> one.standing(leaves) == Standing.COMPARABLE)
            .mapToDouble(one -> likeness(one.likeness(leaves)))
            .average()
            .orElse(0);
  }

  private static double likeness(double cosine) {
    return Math.max(UNLIKE, Math.min(REPEATED, PER_LIKENESS * (cosine - USUAL_LIKENESS)));
  }
}
