package dev.hivemind.core.recall;

import dev.hivemind.Evidence;
import dev.hivemind.RecallContext;
import dev.hivemind.core.recall.Mistake.Standing;
import dev.hivemind.core.text.Json;
import java.util.List;
import java.util.Map;

/**
 * What the waiting call says for or against a skill about its tool, in log-odds: that it is the
 * same tool, the more the fewer skills are about it; that the value which was wrong is there again;
 * or that it is right already, and nobody need be told. Where a tool takes programs, queries or
 * files, the same tool says nothing, and the call must be like one that was wrong.
 */
final class Repetition {
  private static final double SAME_TOOL = 1.3;
  private static final double REPEATED = 1.5;
  private static final double REPEATED_PROGRAM = 4;
  private static final double AVOIDED = -5;
  // A person who corrected a call of this tool outweighs a task that is put in other words.
  private static final double CORRECTED = .1;
  private static final double PER_LIKENESS = 5;
  private static final double USUAL_LIKENESS = .3;
  private static final double UNLIKE = -2.5;
  // Fitted on calls of coding agents against lessons of other sessions, and on stories of repeats.
  private static final double WORDS_AT_MOST = 1.5;
  private static final double PER_PROGRAM = 30;
  private static final double USUAL_PROGRAM = .28;
  private static final double LIKE_PROGRAM = 3;
  private static final double UNLIKE_PROGRAM = -8;
  private static final double SAME_PROGRAM = .4;
  // A call of one rare word is no match, whatever that word: so much counts as different anyway.
  private static final double LEAST_WORDS = .8;

  private final String tool;
  private final Map<String, String> leaves;
  private final boolean openEnded;
  private final Vector content;
  private final Statistics statistics;
  private final double prior;

  /** Creates for a context; {@code sharing} says how many candidates are about its tool. */
  Repetition(RecallContext context, long sharing, Statistics statistics) {
    this.tool = context.tool();
    boolean blank = context.arguments().isBlank();
    this.leaves = blank ? Map.of() : Json.leaves(context.arguments());
    this.openEnded = !blank && Arguments.areOpenEnded(context.arguments());
    this.content = blank ? Vector.EMPTY : Arguments.content(context.arguments());
    this.statistics = statistics;
    this.prior = SAME_TOOL - Math.log((double) Math.max(1, sharing));
  }

  /**
   * What a call says about one skill.
   *
   * @param odds the log-odds that the skill is needed
   * @param repeated whether the call does again what was wrong, rather than something like it
   */
  record Verdict(double odds, boolean repeated) {}

  /** Returns the verdict, given the log-odds by words alone. */
  Verdict verdict(Profile profile, double words) {
    if (tool.isEmpty() || !profile.tools().contains(tool)) {
      return new Verdict(words, false);
    }
    List<Mistake> mistakes =
        profile.detail().mistakes().stream().filter(one -> one.tool().equals(tool)).toList();
    List<Standing> standings = mistakes.stream().map(one -> one.standing(leaves)).toList();
    boolean again = standings.contains(Standing.REPEATED);
    boolean avoided = !again && standings.contains(Standing.AVOIDED);
    if (openEnded) {
      double likeness = likeness(profile);
      double known = again ? REPEATED_PROGRAM : avoided ? AVOIDED : 0;
      double odds = Math.min(words, WORDS_AT_MOST) + program(likeness) + known;
      return new Verdict(odds, again || (!avoided && likeness >= SAME_PROGRAM));
    }
    double known = again ? REPEATED : avoided ? AVOIDED : texts(mistakes);
    double odds = words + prior + known;
    boolean explicit = known >= 0 && isExplicit(profile);
    return new Verdict(explicit ? Math.max(odds, CORRECTED) : odds, !avoided);
  }

  private boolean isExplicit(Profile profile) {
    return profile.skill().evidence().stream()
        .anyMatch(
            one ->
                one.kind().compareTo(Evidence.Kind.EDITED) <= 0
                    && one.situation().tool().equals(tool));
  }

  private double texts(List<Mistake> mistakes) {
    return mistakes.stream()
        .filter(one -> one.standing(leaves) == Standing.COMPARABLE)
        .mapToDouble(one -> PER_LIKENESS * (one.likeness(leaves) - USUAL_LIKENESS))
        .map(odds -> Math.max(UNLIKE, Math.min(REPEATED, odds)))
        .average()
        .orElse(0);
  }

  private static double program(double likeness) {
    double odds = PER_PROGRAM * (likeness - USUAL_PROGRAM);
    return Math.max(UNLIKE_PROGRAM, Math.min(LIKE_PROGRAM, odds));
  }

  private double likeness(Profile profile) {
    return profile.detail().cases().stream()
        .filter(one -> one.tool().equals(tool))
        .mapToDouble(one -> likeness(one.content()))
        .max()
        .orElse(0);
  }

  /** Returns the cosine of the words, weighed by their rarity. */
  private double likeness(Vector before) {
    double different = LEAST_WORDS * statistics.rarest() * statistics.rarest();
    double squares = different;
    double common = 0;
    for (int i = 0; i < content.size(); i++) {
      double rarity = statistics.wordRarity(content.key(i));
      squares += rarity * rarity;
      common += before.find(content.key(i)) >= 0 ? rarity * rarity : 0;
    }
    double squaresBefore = different;
    for (int i = 0; i < before.size() && common > 0; i++) {
      double rarity = statistics.wordRarity(before.key(i));
      squaresBefore += rarity * rarity;
    }
    return common / Math.sqrt(squares * squaresBefore);
  }
}
