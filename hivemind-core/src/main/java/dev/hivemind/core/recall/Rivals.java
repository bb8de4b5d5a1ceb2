package dev.hivemind.core.recall;

import java.util.ArrayList;
import java.util.List;

/**
 * A short question asks for one thing, and what comes second is as a rule not it, however like it
 * is; a long one may want several skills.
 */
final class Rivals {
  private static final double DOUBT = -3;

  private Rivals() {}

  /** Returns the same, all but the first doubted the more the shorter the question is. */
  static List<Judged> doubted(List<Judged> bestFirst, double brevity) {
    List<Judged> doubted = new ArrayList<>(bestFirst);
    for (int i = 1; i < doubted.size(); i++) {
      Judged one = doubted.get(i);
      double odds = Math.log(one.confidence() / (1 - one.confidence()));
      doubted.set(i, one.sure(Confidence.logistic(odds + DOUBT * brevity)));
    }
    return doubted;
  }
}
