package dev.hivemind.core.recall;

/**
 * How sure it is that a skill is about a question, 0 to 1: a logistic function of the words' score,
 * of the same against the best possible one, and of the cosines of grams; where an embedding model
 * knows the two, half of that and as much by how near they are in meaning. Fitted on libraries of 1
 * to 1,000 skills of several kinds, prompts of one against skills of another among them; a
 * library's own words come in by their rarity, so that nothing here depends on its size.
 */
final class Confidence {
  private static final double WORDS = 1.36;
  private static final double WORDS_OF_BEST = -2.78;
  private static final double GRAMS = 3.6;
  private static final double COVERED = 1.17;
  private static final double NEVERTHELESS = -4.72;

  // Fitted with MiniLM, checked on bge-small: prompts of two kinds, a kind counting half.
  private static final double WORDS_BESIDE_MEANING = .55;
  private static final double PER_MEANING = .4;
  private static final double NEVERTHELESS_BESIDE_MEANING = -1.9;

  private Confidence() {}

  /** Returns the logarithm of the odds. */
  static double odds(Scored scored, Question question) {
    double words = words(scored, question);
    return scored.meaning() == 0
        ? words
        : WORDS_BESIDE_MEANING * words
            + PER_MEANING * scored.meaning()
            + NEVERTHELESS_BESIDE_MEANING;
  }

  private static double words(Scored scored, Question question) {
    double best = Math.max(question.mass(), 1e-6);
    return WORDS * scored.words() / Math.sqrt(best)
        + WORDS_OF_BEST * scored.words() / best
        + GRAMS * scored.grams()
        + COVERED * scored.covered()
        + NEVERTHELESS;
  }

  static double logistic(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
