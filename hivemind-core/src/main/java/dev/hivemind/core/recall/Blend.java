package dev.hivemind.core.recall;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The parts of the candidates' scores as one: each as a share of the best among the candidates,
 * then weighed. A short question is compared with phrases too, and should be covered.
 */
final class Blend {
  private final List<Scored> candidates;
  private final double brevity;
  private final double[] best;

  /** A part of a score, its weight, and what it weighs more if the question is short. */
  private enum Part {
    WORDS(.4, 0, Scored::words),
    GRAMS(.6, 0, Scored::grams),
    MEANING(.3, .4, one -> Math.max(0, one.meaning())),
    COVERED(0, .2, Scored::covered),
    PHRASE_WORDS(0, .2, one -> one.phrase().words()),
    PHRASE_COVERED(0, .1, one -> one.phrase().covered());

    private final double weight;
    private final double brief;
    private final ToDoubleFunction<Scored> value;

    Part(double weight, double brief, ToDoubleFunction<Scored> value) {
      this.weight = weight;
      this.brief = brief;
      this.value = value;
    }
  }

  Blend(List<Scored> candidates, double brevity) {
    this.candidates = candidates;
    this.brevity = brevity;
    this.best = new double[Part.values().length];
    for (Part part : Part.values()) {
      best[part.ordinal()] = candidates.stream().mapToDouble(part.value).max().orElse(0);
    }
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

  /** Returns the score of one of the candidates. */
  double score(Scored one) {
    double score = 0;
    for (Part part : Part.values()) {
      double top = best[part.ordinal()];
      double weight = part.weight + brevity * part.brief;
      score += top > 0 ? weight * part.value.applyAsDouble(one) / top : 0;
    }
    return score;
  }
}
