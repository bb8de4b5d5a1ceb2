package dev.hivemind.core.recall;

/**
 * How sure it is that a skill is about a question, 0 to 1: a logistic function of the words' score,
 * of the same against the best possible one, and of the cosines of grams. Fitted on libraries of 1
 * to 1,000 skills of several kinds, prompts of one against skills of another among them; a
 * library's own words come in by their rarity, so that nothing here depends on its size.
 */
final class Confidence {
  private static final double WORDS = 1.36;
  private static final double WORDS_OF_BEST = -2.78;
  private static final double GRAMS = 3.6;
  private static final double COVERED = 1.17;
  private static final double NEVERTHELESS = -4.72;

  // A guess that no model has confirmed yet: as much as the grams at most.
  private static final double PER_MEANING = .5;
  private static final double USUAL_MEANING = 3;
  private static final double MEANING_AT_MOST = 2;

  private Confidence() {}

  /** Returns the logarithm of the odds. */
  static double odds(Scored scored, Question question) {
    double best = Math.max(question.mass(), 1e-6);
    return WORDS * scored.words() / Math.sqrt(best)
        + WORDS_OF_BEST * scored.words() / best
        + GRAMS * scored.grams()
        + COVERED * scored.covered()
        + meaning(scored.meaning())
        + NEVERTHELESS;
  }

  private static double meaning(double deviations) {
    double odds = PER_MEANING * (deviations - USUAL_MEANING);
    return deviations == 0 ? 0 : Math.max(-MEANING_AT_MOST, Math.min(MEANING_AT_MOST, odds));
  }

  static double logistic(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
