package dev.hivemind.core.outcome;

import dev.hivemind.Evidence.Kind;
import dev.hivemind.Skill;
import dev.hivemind.TrackRecord;

/**
 * What a track record says about a skill: Beta posteriors of a share, from a prior and counts of
 * good and bad turns.
 */
public final class Posterior {
  /** How sure it must be that showing a skill does harm before it is suspended for that. */
  static final double SURE = .9;

  /** Turns, shown and withheld together, before anything is said about harm. */
  static final int ENOUGH = 30;

  // A correction of the lesson itself weighs more than a turn that went wrong some other way.
  private static final double CORRECTED = 3;

  private Posterior() {}

  /**
   * Where a skill comes from, and how often such a skill is right before anything is known of it: a
   * prior of so many good and bad turns.
   */
  enum Source {
    /** A person said or wrote it. */
    PERSON(8, 2),
    /** An error that the same change cured. */
    FIX(3, 2),
    /** Anything else. */
    INFERRED(1, 1);

    private final double good;
    private final double bad;

    Source(double good, double bad) {
      this.good = good;
      this.bad = bad;
    }

    static Source of(Skill skill) {
      boolean said = skill.evidence().stream().anyMatch(one -> one.kind() != Kind.FIX_PAIR);
      if (said || skill.trust().authorised()) {
        return PERSON;
      }
      return skill.evidence().isEmpty() ? INFERRED : FIX;
    }
  }

  /**
   * Returns the posterior mean of the share of turns in which following the skill is right, 0 to 1.
   * A lesson that was ignored was told badly and is no worse for it.
   */
  public static double usefulness(Skill skill, TrackRecord record) {
    Source prior = Source.of(skill);
    double good = prior.good + record.helped();
    double bad = prior.bad + CORRECTED * record.correctedAgain();
    return good / (good + bad);
  }

  /**
   * Returns whether showing a skill is surely worse than withholding it. Without a hold-out nothing
   * is: counters alone take a hard situation for a bad skill.
   */
  public static boolean isHarmful(TrackRecord record) {
    return record.shown() > 0
        && record.withheld() > 0
        && record.shown() + record.withheld() >= ENOUGH
        && worse(
                record.shown() - record.failedShown(),
                record.failedShown(),
                record.withheld() - record.failedWithheld(),
                record.failedWithheld())
            > SURE;
  }

  /**
   * Returns the probability that the share of good turns is lower where a skill was shown than
   * where it was withheld, from a uniform prior of each share. The sum of E. Miller, "Formulas for
   * Bayesian A/B testing" (2014), for P(B &gt; A), its terms by their ratios and as logarithms.
   */
  public static double worse(long shownGood, long shownBad, long withheldGood, long withheldBad) {
    double goodA = shownGood + 1;
    double badA = shownBad + 1;
    double badB = withheldBad + 1;
    double term = 0;
    for (long j = 0; j < badB; j++) {
      term += Math.log((badA + j) / (goodA + badA + j));
    }
    double sum = 0;
    for (long i = 0; i <= withheldGood; i++) {
      sum += Math.exp(term);
      term += Math.log((goodA + i) / (goodA + i + badA + badB) * (badB + i) / (1 + i));
    }
    return Math.min(1, sum);
  }
}
