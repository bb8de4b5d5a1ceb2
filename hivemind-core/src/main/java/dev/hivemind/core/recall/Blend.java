package dev.hivemind.core.recall;

import java.util.Comparator;
import java.util.List;

/** Words and grams as one score: each as a share of the best among the candidates, then weighed. */
final class Blend {
  private static final double WORDS = .45;
  private static final double GRAMS = .55;

  private final List<Scored> candidates;
  private final double bestWords;
  private final double bestGrams;

  Blend(List<Scored> candidates) {
    this.candidates = candidates;
    this.bestWords = candidates.stream().mapToDouble(Scored::words).max().orElse(0);
    this.bestGrams = candidates.stream().mapToDouble(Scored::grams).max().orElse(0);
  }

  /** Returns the best of these that have anything in common with the question. */
  static List<Scored> best(List<Scored> candidates, int most) {
    return new Blend(candidates).best(most);
  }

  /** Returns the best, best first, ties by id, without those that have nothing in common. */
  List<Scored> best(int most) {
    record Ranked(Scored scored, double score) {}
    return candidates.stream()
        .map(one -> new Ranked(one, score(one)))
        .filter(one -> one.score() > 0)
        .sorted(
            Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(one -> one.scored().profile().skill().id()))
        .limit(most)
        .map(Ranked::scored)
        .toList();
  }

  /** Returns the score of one of the candidates, 0 to 1. */
  double score(Scored one) {
    return share(WORDS, one.words(), bestWords) + share(GRAMS, one.grams(), bestGrams);
  }

  private static double share(double weight, double value, double best) {
    return best > 0 ? weight * value / best : 0;
  }
}
