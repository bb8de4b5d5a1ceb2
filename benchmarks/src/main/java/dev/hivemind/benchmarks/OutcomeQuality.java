package dev.hivemind.benchmarks;

import dev.hivemind.LearningReport.Rate;
import dev.hivemind.TrackRecord;
import dev.hivemind.core.outcome.Posterior;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * How soon a track record tells skills that do harm from those that help. Simulated: 400 skills, of
 * which 60% raise the share of turns that go well by .15, 25% change nothing and 15% lower it by
 * .15, each in a situation of its own, where .3 to .9 of the turns go well without it; 20 times,
 * with seeds 1 to 20. A quarter of the recalls is held out. A skill that was found to do harm is
 * suspended for good, as a library would, so whatever was taken for harmful once counts.
 *
 * <p>Beside it the rule that counts alone would suggest: that less than half of the turns went
 * well.
 */
final class OutcomeQuality {
  private static final int RUNS = 20;
  private static final int SKILLS = 400;
  private static final double HELD_OUT = .25;
  private static final double EFFECT = .15;
  private static final int ENOUGH = 30;
  private static final List<Integer> RECALLS = List.of(30, 50, 100, 200, 400, 800);

  private record Rule(String name, double heldOut, Predicate<TrackRecord> isHarmful) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("posterior", HELD_OUT, Posterior::isHarmful),
          new Rule("ratio", 0, OutcomeQuality::mostlyFails));

  private OutcomeQuality() {}

  private static boolean mostlyFails(TrackRecord record) {
    return record.shown() >= ENOUGH && record.failedShown() * 2 > record.shown();
  }

  static void run(Report report) {
    for (Rule rule : RULES) {
      int[][] suspended = new int[3][RECALLS.size()];
      int[] skills = new int[3];
      for (int seed = 1; seed <= RUNS; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SKILLS; i++) {
          int kind = i < SKILLS * .6 ? 0 : i < SKILLS * .85 ? 1 : 2;
          skills[kind]++;
          int found = recallsUntilFound(rule, EFFECT * (1 - kind), random.split());
          for (int k = 0; k < RECALLS.size(); k++) {
            suspended[kind][k] += found <= RECALLS.get(k) ? 1 : 0;
          }
        }
      }
      for (int k = 0; k < RECALLS.size(); k++) {
        String set = rule.name() + "@" + RECALLS.get(k);
        report.figure("outcomes.harmful_found", set, share(suspended[2][k], skills[2]));
        report.figure("outcomes.good_kept", set, share(skills[0] - suspended[0][k], skills[0]));
        report.figure("outcomes.idle_kept", set, share(skills[1] - suspended[1][k], skills[1]));
      }
    }
  }

  private static int recallsUntilFound(Rule rule, double effect, SplittableRandom random) {
    double usual = .3 + .6 * random.nextDouble();
    double whenShown = Math.min(1, Math.max(0, usual + effect));
    long shown = 0;
    long withheld = 0;
    long failedShown = 0;
    long failedWithheld = 0;
    for (int recall = 1; recall <= RECALLS.get(RECALLS.size() - 1); recall++) {
      boolean heldOut = random.nextDouble() < rule.heldOut();
      boolean failed = random.nextDouble() >= (heldOut ? usual : whenShown);
      shown += heldOut ? 0 : 1;
      withheld += heldOut ? 1 : 0;
      failedShown += failed && !heldOut ? 1 : 0;
      failedWithheld += failed && heldOut ? 1 : 0;
      TrackRecord record =
          new TrackRecord(shown, withheld, 0, 0, 0, 0, 0, failedShown, failedWithheld);
      if (rule.isHarmful().test(record)) {
        return recall;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static Estimate share(int some, int all) {
    Rate rate = new Rate(all, some);
    return new Estimate(rate.value(), all, rate.low(), rate.high());
  }
}
