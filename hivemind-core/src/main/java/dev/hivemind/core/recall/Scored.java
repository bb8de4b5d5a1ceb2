package dev.hivemind.core.recall;

/**
 * What one skill has in common with a question.
 *
 * @param profile the skill
 * @param words the weights of matching words, summed
 * @param covered share of the question's words the skill has, by weight
 * @param trigger cosine of the grams with those of the trigger
 * @param whole cosine of the grams with those of the whole skill; the trigger's until looked at
 *     closely
 * @param phrase what the nearest phrase has in common with the question
 * @param meaning how near it is in meaning, 0 if that is not known
 */
record Scored(
    Profile profile,
    double words,
    double covered,
    double trigger,
    double whole,
    Nearest phrase,
    double meaning) {
  private static final double TRIGGER = .8;
  private static final double WHOLE = .8;
  private static final double PHRASE = .4;

  /**
   * The best of what a skill's phrases have in common with a question, all 0 to 1; nothing where
   * the question is too long to be one phrase.
   *
   * @param grams cosine of the grams
   * @param words cosine of the words, weighed by their rarity
   * @param covered share of the phrase's words, by weight, that the question has
   */
  record Nearest(double grams, double words, double covered) {
    static final Nearest NONE = new Nearest(0, 0, 0);

    Nearest or(Nearest other) {
      return new Nearest(
          Math.max(grams, other.grams),
          Math.max(words, other.words),
          Math.max(covered, other.covered));
    }

    Nearest times(double share) {
      return new Nearest(grams * share, words * share, covered * share);
    }
  }

  /** Scores what is quick to score. */
  static Scored of(Profile profile, Question question, Meaning meaning) {
    Question.Common words = question.words(profile.words());
    double trigger = question.grams(profile.trigger());
    return new Scored(
        profile,
        words.score(),
        words.covered(),
        trigger,
        trigger,
        Nearest.NONE,
        meaning.of(profile));
  }

  /** Returns this with the body's grams and the phrases scored too. */
  Scored closely(Question question) {
    Nearest nearest = Nearest.NONE;
    if (question.brevity() > 0) {
      for (Phrase one : profile.detail().phrases()) {
        nearest = nearest.or(question.phrase(one));
      }
    }
    return new Scored(
        profile,
        words,
        covered,
        trigger,
        question.grams(profile.detail().whole()),
        nearest.times(question.brevity()),
        meaning);
  }

  /** Returns what the grams say, all three together. */
  double grams() {
    return TRIGGER * trigger + WHOLE * whole + PHRASE * phrase.grams();
  }
}
