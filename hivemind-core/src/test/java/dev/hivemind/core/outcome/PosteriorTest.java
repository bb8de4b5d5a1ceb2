package dev.hivemind.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hivemind.TrackRecord;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  /** Integrates numerically what the formula sums: P(A below B) over two Beta densities. */
  private static double integrated(long goodA, long badA, long goodB, long badB) {
    int steps = 20_000;
    double below = 0;
    double all = 0;
    double massB = 0;
    for (int pass = 0; pass < 2; pass++) {
      double right = 0;
      for (int i = steps - 1; i >= 0; i--) {
        double x = (i + .5) / steps;
        double b = density(x, goodB, badB);
        right += b / 2;
        if (pass == 1) {
          double a = density(x, goodA, badA);
          below += a * right / massB;
          all += a;
        }
        right += b / 2;
      }
      massB = right;
    }
    return below / all;
  }

  @Test
  void worse_isTheIntegralOverBothPosteriors() {
    long[][] cases = {{0, 0, 0, 0}, {3, 7, 5, 5}, {20, 10, 9, 1}, {45, 30, 20, 5}, {0, 12, 7, 0}};
    for (long[] one : cases) {
      assertThat(Posterior.worse(one[0], one[1], one[2], one[3]))
          .isCloseTo(integrated(one[0], one[1], one[2], one[3]), within(1e-4));
    }
  }

  @Test
  void worse_ofThousands_isStillAProbability() {
    double worse = Posterior.worse(60_000, 40_000, 20_000, 12_000);

    assertThat(worse).isBetween(.99, 1.0);
    assertThat(Posterior.worse(20_000, 12_000, 60_000, 40_000)).isCloseTo(1 - worse, within(1e-6));
  }

  @Test
  void harm_takesEnoughTurnsAndAHoldOut() {
    assertThat(Posterior.isHarmful(turns(20, 9, 15, 0))).isFalse();
    assertThat(Posterior.isHarmful(turns(20, 10, 15, 0))).isTrue();
    assertThat(Posterior.isHarmful(turns(1_000, 0, 1_000, 0))).isFalse();
    assertThat(Posterior.isHarmful(turns(20, 10, 2, 5))).isFalse();
  }

  private static TrackRecord turns(long shown, long withheld, long badShown, long badWithheld) {
    return new TrackRecord(
        shown, withheld, 0, 0, 0, 0, 0, badShown, Math.min(withheld, badWithheld));
  }

  private static double density(double x, long good, long bad) {
    return Math.pow(x, (double) good) * Math.pow(1 - x, (double) bad);
  }
}
