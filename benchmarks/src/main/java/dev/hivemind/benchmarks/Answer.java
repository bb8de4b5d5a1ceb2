package dev.hivemind.benchmarks;

import java.util.List;
import java.util.Set;

/**
 * What came back for a query.
 *
 * @param ranking ids of skills, best first
 * @param confidence how sure the ranker is of the first
 * @param shown ids of what a user would have been shown
 */
record Answer(List<String> ranking, double confidence, List<String> shown) {
  private static final int DEPTH = 10;

  /** Returns nDCG at 10 with binary gain (Jarvelin and Kekalainen, 2002). */
  double ndcg(Set<String> relevant) {
    double gain = 0;
    double ideal = 0;
    for (int i = 0; i < DEPTH; i++) {
      double discount = Math.log(2) / Math.log(i + 2);
      gain += i < ranking.size() && relevant.contains(ranking.get(i)) ? discount : 0;
      ideal += i < relevant.size() ? discount : 0;
    }
    return gain / ideal;
  }

  /** Returns the share of the relevant ones among the first 10. */
  double recall(Set<String> relevant) {
    long found = ranking.stream().limit(DEPTH).filter(relevant::contains).count();
    return (double) found / relevant.size();
  }

  /** Returns 1 if the first is relevant, else 0. */
  double hit(Set<String> relevant) {
    return !ranking.isEmpty() && relevant.contains(ranking.get(0)) ? 1 : 0;
  }
}
