package dev.hivemind.core.recall;

/**
 * What one skill has in common with a question.
 *
 * @param profile the skill
 * @param words the weights of matching words, summed
 * @param trigger cosine of the grams with those of the trigger
 * @param whole cosine of the grams with those of the whole skill; the trigger's until the body is
 *     scored
 * @param phrase cosine of the grams with those of the nearest phrase
 * @param covered share of the question's words the skill has, by weight
 */
record Scored(
    Profile profile, double words, double trigger, double whole, double phrase, double covered) {
  private static final double TRIGGER = .6;
  private static final double WHOLE = .8;
  private static final double PHRASE = .4;

  /** Scores all but the body, which takes longest. */
  static Scored of(Profile profile, Question question) {
    double phrase = 0;
    for (Vector one : profile.phrases()) {
      phrase = Math.max(phrase, question.trigger(one));
    }
    Question.Common words = question.words(profile.words());
    double trigger = question.trigger(profile.trigger());
    return new Scored(profile, words.score(), trigger, trigger, phrase, words.covered());
  }

  /** Returns this with the body's grams scored too. */
  Scored withBody(Question question) {
    double body = question.whole(profile.whole());
    return new Scored(profile, words, trigger, body, phrase, covered);
  }

  /** Returns what the grams say, all three together. */
  double grams() {
    return TRIGGER * trigger + WHOLE * whole + PHRASE * phrase;
  }
}
