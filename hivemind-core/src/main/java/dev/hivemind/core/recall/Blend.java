package dev.hivemind.core.recall;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The parts of the candidates' scores as one: each as a share of the best among the candidates,
 * then weighed. A short question is compared with phrases too, and should be covered.
 */
final class Blend {
  private static final List<Part> PARTS =
      List.of(
          new Part(.4, 0, Scored::words),
          new Part(.6, 0, Scored::grams),
          new Part(.3, .7, one -> Math.max(0, one.meaning())),
          new Part(0, .2, Scored::covered),
          new Part(0, .2, one -> one.phrase().words()),
          new Part(0, .1, one -> one.phrase().covered()));

  private final List<Scored> candidates;
  private final double brevity;
  private final double[] best;

  /** A part of a score, its weight, and what it weighs more if the question is short. */
  private record Part(double weight, double brief, ToDoubleFunction<Scored> value) {}

  Blend(List<Scored> candidates, double brevity) {
    this.candidates = candidates;
    this.brevity = brevity;
    this.best = new double[PARTS.size()];
    for (int i = 0; i < best.length; i++) {
      best[i] = candidates.stream().mapToDouble(PARTS.get(i).value()).max().orElse(0);
    }
  }

  /**
   * Returns the best, best first, ties by id, without those that have nothing in common with the
   * question and nothing with the call.
   */
  List<Scored> best(int most, Predicate<Scored> isAboutTheCall) {
    record Ranked(Scored scored, double score) {}
    return candidates.stream()
        .map(one -> new Ranked(one, score(one)))
        .filter(one -> one.score() > 0 || isAboutTheCall.test(one.scored()))
        .sorted(
            Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(one -> one.scored().profile().skill().id()))
        .limit(most)
        .map(Ranked::scored)
        .toList();
  }

  /** Returns the score of one of the candidates. */
  double score(Scored one) {
    double score = 0;
    for (int i = 0; i < best.length; i++) {
      Part part = PARTS.get(i);
      double weight = part.weight() + brevity * part.brief();
      score += best[i] > 0 ? weight * part.value().applyAsDouble(one) / best[i] : 0;
    }
    return score;
  }
}
