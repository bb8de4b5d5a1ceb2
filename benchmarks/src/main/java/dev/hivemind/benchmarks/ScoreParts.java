package dev.hivemind.benchmarks;

import dev.hivemind.Explanation.Considered;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The engine's score and confidence, computed again from the parts an explanation holds, some of
 * them taken for 0. With none left out the ranking must be the engine's own.
 */
final class ScoreParts {
  private static final List<Weighed> WEIGHED =
      List.of(
          new Weighed(.4, 0, one -> one.of("words")),
          new Weighed(.6, 0, One::grams),
          new Weighed(.3, .7, one -> Math.max(0, one.of("meaning"))),
          new Weighed(0, .2, one -> one.of("covered")),
          new Weighed(0, .2, one -> one.of("phrase words")),
          new Weighed(0, .1, one -> one.of("phrase covered")));

  private final Set<String> left;

  /** Creates without the parts named. */
  ScoreParts(Set<String> left) {
    this.left = left;
  }

  private record Weighed(double weight, double brief, ToDoubleFunction<One> value) {}

  private record Ranked(One one, double score) {}

  /** A candidate without what is left out. */
  private record One(String skill, Map<String, Double> parts, Set<String> left) {
    double of(String part) {
      return left.contains(part) ? 0 : parts.getOrDefault(part, 0.0);
    }

    double grams() {
      return .8 * of("trigger") + .8 * of("whole") + .4 * of("phrase");
    }

    double odds() {
      double best = Math.max(of("mass"), 1e-6);
      double words =
          1.36 * of("words") / Math.sqrt(best)
              - 2.78 * of("words") / best
              + 3.6 * grams()
              + 1.17 * of("covered")
              - 4.72;
      return of("meaning") == 0 ? words : .55 * words + .4 * of("meaning") - 1.9;
    }
  }

  /** Returns the ranking, and how sure the first is. */
  Answer answer(List<Considered> considered, Library library) {
    List<One> candidates =
        considered.stream()
            .filter(one -> one.parts().containsKey("mass"))
            .map(one -> new One(one.skill(), one.parts(), left))
            .toList();
    double[] best =
        WEIGHED.stream()
            .mapToDouble(part -> candidates.stream().mapToDouble(part.value()).max().orElse(0))
            .toArray();
    List<One> ranked =
        candidates.stream()
            .map(one -> new Ranked(one, score(one, best)))
            .sorted(
                Comparator.comparingDouble(Ranked::score)
                    .reversed()
                    .thenComparing(one -> one.one().skill()))
            .map(Ranked::one)
            .toList();
    return new Answer(
        ranked.stream().map(one -> library.idInData(one.skill())).toList(),
        ranked.isEmpty() ? -100 : ranked.get(0).odds(),
        List.of());
  }

  private static double score(One one, double[] best) {
    double score = 0;
    for (int i = 0; i < best.length; i++) {
      Weighed part = WEIGHED.get(i);
      double weight = part.weight() + one.of("brevity") * part.brief();
      score += best[i] > 0 ? weight * part.value().applyAsDouble(one) / best[i] : 0;
    }
    return score;
  }
}
