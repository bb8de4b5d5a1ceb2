package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The second stage: scores the candidates by words and grams, blends the two, each as a share of
 * the best, and says how sure it is of each.
 */
final class Judge {
  private static final int KEPT = 24;
  // How far the call moves the ranking: a value that is wrong again outweighs a few words.
  private static final double CALL = .2;
  private static final Comparator<Judged> BEST_FIRST =
      Comparator.comparingDouble(Judged::score).reversed().thenComparing(one -> one.skill().id());

  private Judge() {}

  /** Returns the candidates judged, best first, ties by id, at most {@value #KEPT}. */
  static List<Judged> judge(
      RecallContext context,
      Collection<Profile> candidates,
      Statistics statistics,
      Meaning meaning) {
    Question question = new Question(text(context), statistics);
    List<Scored> scored = new ArrayList<>(candidates.size());
    for (Profile candidate : candidates) {
      scored.add(Scored.of(candidate, question, meaning));
    }
    Echo echo = new Echo(context, candidates);
    Predicate<Scored> called = one -> one.profile().tools().contains(context.tool());
    Predicate<Scored> meant = called.or(one -> echo.isHeardIn(one.profile()));
    List<Scored> kept =
        new Blend(scored, question.brevity())
            .best(KEPT, meant).stream().map(one -> one.closely(question)).toList();
    Blend blend = new Blend(kept, question.brevity());
    long sharing = kept.stream().filter(called).count();
    Repetition repetition = new Repetition(context, sharing, statistics);
    List<Judged> judged =
        blend.best(KEPT, meant).stream()
            .map(one -> judged(question, repetition, echo, one, blend.score(one)))
            .sorted(BEST_FIRST)
            .toList();
    return Rivals.doubted(judged, question.brevity());
  }

  /** Returns what is asked for: the task, the waiting call's arguments, the error before. */
  static String text(RecallContext context) {
    if (!context.beforeCall() && context.lastError().isEmpty()) {
      return context.task();
    }
    return String.join(
        "\n", context.task(), Arguments.words(context.arguments()), context.lastError());
  }

  private static Judged judged(
      Question question, Repetition repetition, Echo echo, Scored one, double score) {
    double words = Confidence.odds(one, question);
    Repetition.Verdict verdict = repetition.verdict(one.profile(), echo.odds(one.profile(), words));
    double call = verdict.odds() - words;
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("words", one.words());
    parts.put("trigger", one.trigger());
    parts.put("whole", one.whole());
    parts.put("phrase", one.phrase().grams());
    parts.put("phrase words", one.phrase().words());
    parts.put("phrase covered", one.phrase().covered());
    parts.put("covered", one.covered());
    parts.put("mass", question.mass());
    parts.put("brevity", question.brevity());
    parts.put("meaning", one.meaning());
    parts.put("about", words);
    parts.put("call", call);
    return new Judged(
        one.profile().skill(),
        parts,
        score + call * CALL,
        Confidence.logistic(verdict.odds()),
        verdict.repeated());
  }
}
