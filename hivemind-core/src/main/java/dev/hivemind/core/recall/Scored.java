package dev.hivemind.core.recall;

/**
 * What one skill has in common with a question.
 *
 * @param profile the skill
 * @param words the weights of matching words, summed
 * @param trigger cosine of the grams with those of the trigger
 * @param whole cosine of the grams with those of the whole skill
 * @param phrase cosine of the grams with those of the nearest phrase
 * @param covered share of the question's words the skill has, by weight
 */
record Scored(
    Profile profile, double words, double trigger, double whole, double phrase, double covered) {
  private static final double TRIGGER = .6;
  private static final double WHOLE = .8;
  private static final double PHRASE = .4;

  static Scored of(Profile profile, Question question) {
    double phrase = 0;
    for (Vector one : profile.phrases()) {
      phrase = Math.max(phrase, question.trigger(one));
    }
    return new Scored(
        profile,
        question.words(profile.words()),
        question.trigger(profile.trigger()),
        question.whole(profile.whole()),
        phrase,
        question.covered(profile.words()));
  }

  /** Returns what the grams say, all three together. */
  double grams() {
    return TRIGGER * trigger + WHOLE * whole + PHRASE * phrase;
  }
}
