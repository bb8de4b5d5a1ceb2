package dev.hivemind.benchmarks;

import java.util.Arrays;

/** The area under the ROC curve: how often a positive case scores above a negative one. */
final class Auc {
  private Auc() {}

  /** Returns the area over a sample of cases by ranks (Mann and Whitney, 1947); ties count half. */
  static double of(double[] scores, boolean[] positive, int[] sample) {
    int[] order = sample.clone();
    Integer[] byScore = Arrays.stream(order).boxed().toArray(Integer[]::new);
    Arrays.sort(byScore, (a, b) -> Double.compare(scores[a], scores[b]));
    double ranks = 0;
    long positives = 0;
    int from = 0;
    while (from < byScore.length) {
      int to = from;
      while (to < byScore.length && scores[byScore[to]] == scores[byScore[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        if (positive[byScore[i]]) {
          ranks += (from + to + 1) / 2.0;
          positives++;
        }
      }
      from = to;
    }
    long negatives = byScore.length - positives;
    if (positives == 0 || negatives == 0) {
      return .5;
    }
    return (ranks - positives * (positives + 1) / 2.0) / positives / negatives;
  }
}
