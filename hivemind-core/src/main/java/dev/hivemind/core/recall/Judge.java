package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The second stage: scores the candidates by words and grams, blends the two, each as a share of
 * the best, and says how sure it is of each.
 */
final class Judge {
  private static final double WORDS = .45;
  private static final double GRAMS = .55;
  private static final int KEPT = 100;

  private Judge() {}

  /** Returns the candidates judged, best first, ties by id, at most {@value #KEPT}. */
  static List<Judged> judge(
      RecallContext context, Collection<Profile> candidates, Statistics statistics) {
    Question question = new Question(text(context), statistics);
    List<Scored> scored = new ArrayList<>(candidates.size());
    double words = 0;
    double grams = 0;
    for (Profile candidate : candidates) {
      Scored one = Scored.of(candidate, question);
      words = Math.max(words, one.words());
      grams = Math.max(grams, one.grams());
      scored.add(one);
    }
    List<Judged> judged = new ArrayList<>(scored.size());
    for (Scored one : scored) {
      double score = share(WORDS, one.words(), words) + share(GRAMS, one.grams(), grams);
      if (score > 0) {
        judged.add(judged(question, one, score));
      }
    }
    judged.sort(
        Comparator.comparingDouble(Judged::score)
            .reversed()
            .thenComparing(one -> one.skill().id()));
    return judged.subList(0, Math.min(KEPT, judged.size()));
  }

  /** Returns what is asked for: the task, the waiting call's arguments, the error before. */
  static String text(RecallContext context) {
    if (!context.beforeCall() && context.lastError().isEmpty()) {
      return context.task();
    }
    return String.join(
        "\n", context.task(), Arguments.words(context.arguments()), context.lastError());
  }

  private static double share(double weight, double value, double best) {
    return best > 0 ? weight * value / best : 0;
  }

  private static Judged judged(Question question, Scored one, double score) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("words", one.words());
    parts.put("trigger", one.trigger());
    parts.put("whole", one.whole());
    parts.put("phrase", one.phrase());
    parts.put("covered", one.covered());
    parts.put("mass", question.mass());
    return new Judged(one.profile().skill(), parts, score, Confidence.of(one, question));
  }
}
