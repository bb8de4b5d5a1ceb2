package dev.hivemind.core.mine;

/**
 * Log-odds of the structural signals, relative to {@link #PRIOR}, the turn that says nothing. Those
 * of a plain turn's circumstances are learned together with the words' ({@code benchmarks/run
 * train}); a refusal that carries its reason pushes back in 78% of cases by count. Explicit events
 * state their meaning and get what leaves room for a slip of the finger only.
 */
final class Weights {
  static final double PRIOR = -1.1;

  /** The bound of a sum of log-odds: nobody is surer than 98.5%. */
  static final double BOUND = 4.2;

  static final double CORRECTION = 5.3;
  static final double EDITED_CALL = 4.5;
  static final double EDITED_ANSWER = 3.7;
  static final double EDITED_FILE = 2.5;
  static final double REFUSAL = 2.4;

  /** A call refused without a word, and then a prompt. */
  static final double REFUSED_BEFORE = 1.2;

  static final double REVERT = 2.3;
  static final double INTERRUPTION = 1.15;

  /** The agent had ended with a question: what comes next answers it. */
  static final double ASKED = -.7;

  /** The same call about the same object in another manner, after a person spoke. */
  static final double REDONE = 2.6;

  /** The same call with other literals: the next request looks alike, so little is known. */
  static final double REDONE_OTHER = 0.5;

  /**
   * What the person named came after the act the person named: as telling as the same act redone.
   */
  static final double HEEDED = 2.6;

  /** The person went on without complaint after the agent had changed its ways. */
  static final double UNOBJECTED = 0.8;

  static final double OBJECTED = -2.5;
  static final double FIX_PAIR = 2.0;
  static final double APPROVED = 2.3;
  static final double THANKED = 1.8;

  private Weights() {}

  /** Returns the probability of a sum of log-odds: the logistic function of the bounded sum. */
  static double probability(double logOdds) {
    double bounded = Math.max(-BOUND, Math.min(BOUND, logOdds));
    return 1 / (1 + Math.exp(-bounded));
  }
}
