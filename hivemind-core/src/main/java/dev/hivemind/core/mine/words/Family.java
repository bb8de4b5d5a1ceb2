package dev.hivemind.core.mine.words;

/**
 * A family of cues that mean the same whatever the language. Weights are log-odds against a plain
 * turn without any cue: a logistic regression on labelled turns of real sessions, pulled toward
 * what the family says by itself (ridge), so that rare families keep a sensible weight. {@code
 * benchmarks/run train} learns them again and says how well they do on sessions they were not
 * learned from.
 */
enum Family {
  /** The turn answers the act with a no: people who correct often begin so. */
  REFUSES(1.85, "says no to it"),
  /** The act was undone or is to be put back: nobody undoes what was right. */
  UNDOES(1.65, "wants it undone"),
  /** Says what not to do: the wrong act named as one to leave. */
  FORBIDS(1.3, "says what not to do"),
  /** Says how it is done here, always or on a condition: the commonest shape of a lesson. */
  RULES(.75, "says how it must be"),
  /** Sets the right thing against the wrong one. */
  CONTRASTS(1.1, "says what instead"),
  /** The rule changed: an older lesson is out of date. */
  RENEWS(.7, "says that the rule changed"),
  /** Reports that it failed, is missing or is wrong. */
  FAILURE(1.7, "reports a failure"),
  /** A reviewer's wording: a defect and where it is. */
  FINDING(1.4, "reads like a review finding"),
  /** Doubts the act with a question. */
  CHALLENGES(1.85, "doubts it"),
  /** Starts at what it sees; weak, as people also marvel. */
  MARVELS(1.2, "is surprised"),

  /** "No problem", "no thanks", "no rush": a no that objects to nothing. */
  NO_OBJECTION(-4.0, "objects to nothing"),
  /** The person's own slip: nothing for the agent to learn. */
  OWN_SLIP(-3.6, "owns a slip of their own"),
  /** Thanks and praise. */
  THANKS(-2.6, "gives thanks"),
  /** Facts and preferences about the person: memory's business, not behaviour. */
  ABOUT_ME(-2.0, "speaks of the person"),
  /** Agrees and goes on. */
  GOES_AHEAD(-1.7, "goes ahead"),
  /** Asks for the next thing. */
  REQUESTS(-1.6, "asks for the next thing"),
  /** Asks to know. */
  ASKS(-1.4, "is a question");

  final double weight;
  final String says;

  Family(double weight, String says) {
    this.weight = weight;
    this.says = says;
  }
}
