package dev.hivemind.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals from resampling the cases (Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993): 1,000 times, seed 1.
 */
final class Bootstrap {
  private static final int RESAMPLES = 1_000;
  private static final int SEED = 1;
  private static final double TAIL = .025;

  private Bootstrap() {}

  /** Returns a statistic of cases, which it gets as their indexes. */
  static Estimate of(int cases, ToDoubleFunction<int[]> statistic) {
    double[] values = resampled(cases, statistic);
    Arrays.sort(values);
    return new Estimate(
        statistic.applyAsDouble(all(cases)),
        cases,
        values[(int) Math.floor(TAIL * (values.length - 1))],
        values[(int) Math.ceil((1 - TAIL) * (values.length - 1))]);
  }

  /** Returns the mean of the cases' values. */
  static Estimate mean(double[] values) {
    return of(values.length, sample -> mean(values, sample));
  }

  /** Returns the share of resamples in which the first mean is above the second. */
  static Estimate win(double[] first, double[] second) {
    double[] differences =
        resampled(first.length, sample -> mean(first, sample) - mean(second, sample));
    double share = Arrays.stream(differences).filter(one -> one > 0).count() / (double) RESAMPLES;
    return new Estimate(share, first.length, share, share);
  }

  private static double[] resampled(int cases, ToDoubleFunction<int[]> statistic) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = new double[RESAMPLES];
    int[] sample = new int[cases];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < cases; j++) {
        sample[j] = random.nextInt(cases);
      }
      values[i] = statistic.applyAsDouble(sample);
    }
    return values;
  }

  private static double mean(double[] values, int[] sample) {
    double sum = 0;
    for (int one : sample) {
      sum += values[one];
    }
    return sum / sample.length;
  }

  private static int[] all(int cases) {
    int[] all = new int[cases];
    Arrays.setAll(all, i -> i);
    return all;
  }
}
