package dev.hivemind.core.recall;

/**
 * How sure it is that a skill is about a question, 0 to 1: a logistic function of the words' score
 * against the best possible one, of the cosines of grams, and of how much of the question was found
 * at all. Fitted on libraries of 1 to 1,000 skills of several kinds, prompts of one against skills
 * of another among them; a library's own words come in by their rarity, so that nothing here
 * depends on its size.
 */
final class Confidence {
  private static final double WORDS = .91;
  private static final double COVERED = -2.67;
  private static final double GRAMS = 7.23;
  private static final double NEVERTHELESS = -4.65;

  private Confidence() {}

  static double of(Scored scored, Question question) {
    double mass = Math.max(question.mass(), 1e-6);
    return logistic(
        WORDS * scored.words() / Math.sqrt(mass)
            + COVERED * scored.covered()
            + GRAMS * scored.grams()
            + NEVERTHELESS);
  }

  static double logistic(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }
}
