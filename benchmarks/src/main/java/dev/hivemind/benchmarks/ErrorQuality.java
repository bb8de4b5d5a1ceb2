package dev.hivemind.benchmarks;

import dev.hivemind.Author;
import dev.hivemind.Explanation.Considered;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.SkillState;
import dev.hivemind.ToolStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Errors of real sessions that were seen before in another session: is the earlier fix shown before
 * the call that is about to fail, and is it quiet before the others? A session's events reach the
 * library when the session is over, so it never knows what the same session taught.
 */
final class ErrorQuality {
  static final String FILE = "tool-errors/errors.jsonl";
  private static final Scope SCOPE = Scope.of("errors");
  private static final Author AGENTS_OWNER = Author.operator("developer");
  private static final int SHOWN = 300;
  private static final int[] PERCENT = {1, 5, 10, 20};

  private final Report report;
  private final Map<String, List<Step>> fixesBySignature = new HashMap<>();
  private final RawErrors raw = new RawErrors();
  private final List<Case> repeats = new ArrayList<>();
  private final List<Case> others = new ArrayList<>();
  private final Set<String> signatures = new HashSet<>();

  /**
   * What happened before one call.
   *
   * @param session which session
   * @param shown what the library showed
   * @param hit whether that holds an earlier fix
   * @param confidence of its best candidate, shown or not
   * @param bestHits whether the best candidate's first characters hold an earlier fix
   * @param baseline score of the nearest raw error
   * @param baselineHits whether that one's fix is one
   */
  private record Case(
      String session,
      String shown,
      boolean hit,
      double confidence,
      boolean bestHits,
      double baseline,
      boolean baselineHits) {}

  private ErrorQuality(Report report) {
    this.report = report;
  }

  static void run(Path data, Report report) {
    List<Step> steps = Step.all(data.resolve(FILE), data.resolve("transcripts"));
    try (Mind mind = new Mind()) {
      ErrorQuality quality = new ErrorQuality(report);
      quality.stream(mind, steps);
      quality.print(mind.hivemind().skills(SCOPE).list(SkillState.ACTIVE).size());
    }
  }

  private void stream(Mind mind, List<Step> steps) {
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      last.put(steps.get(i).session(), i);
    }
    Map<String, List<Step>> open = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      ask(mind.hivemind(), step, "ask" + i);
      open.computeIfAbsent(step.session(), key -> new ArrayList<>()).add(step);
      if (last.getOrDefault(step.session(), -1) == i) {
        List<Step> ended = open.getOrDefault(step.session(), List.of());
        open.remove(step.session());
        record(mind.hivemind(), step.session(), ended);
        mind.settle();
        ended.forEach(this::known);
      }
    }
  }

  private void known(Step step) {
    if (step.failed() && step.counts()) {
      signatures.add(step.signature());
      if (!step.fix().isEmpty()) {
        fixesBySignature.computeIfAbsent(step.signature(), key -> new ArrayList<>()).add(step);
        raw.add(step);
      }
    }
  }

  private static void record(Hivemind hivemind, String id, List<Step> steps) {
    Session session = Session.of(SCOPE, id).by(AGENTS_OWNER);
    int call = 0;
    for (Step step : steps) {
      String failed = "c" + call++;
      hivemind.record(session.toolCall(failed, step.tool(), step.arguments()));
      ToolStatus status =
          !step.failed() ? ToolStatus.OK : step.counts() ? ToolStatus.ERROR : ToolStatus.REJECTED;
      hivemind.record(session.toolResult(failed, status, step.error()));
      if (step.failed() && !step.fix().isEmpty()) {
        String fixed = "c" + call++;
        hivemind.record(
            session.toolCall(fixed, step.tool(), Step.arguments(step.tool(), step.fix())));
        hivemind.record(session.toolResult(fixed, ToolStatus.OK, ""));
      }
    }
    hivemind.record(session.sessionEnd());
  }

  private void ask(Hivemind hivemind, Step step, String id) {
    if (step.failed() && !step.counts()) {
      return;
    }
    List<Step> fixes =
        step.failed() ? fixesBySignature.getOrDefault(step.signature(), List.of()) : List.of();
    Session session = Session.of(SCOPE, id).by(AGENTS_OWNER);
    Recall recall =
        hivemind.recall(RecallContext.of(session, "").beforeTool(step.tool(), step.arguments()));
    List<Considered> considered =
        hivemind.explain(SCOPE, recall.id()).map(one -> one.considered()).orElse(List.of());
    String best =
        considered.stream()
            .findFirst()
            .flatMap(one -> hivemind.skills(SCOPE).find(one.name()))
            .map(skill -> skill.text().substring(skill.text().indexOf("\n---\n", 4) + 5))
            .orElse("");
    RawErrors.Found nearest = raw.nearest(step);
    Case one =
        new Case(
            step.session(),
            recall.text(),
            holds(recall.text(), fixes),
            considered.isEmpty() ? 0 : considered.get(0).confidence(),
            holds(cut(best), fixes),
            nearest.score(),
            holds(cut(nearest.text()), fixes));
    if (!fixes.isEmpty() && !step.isLoop()) {
      repeats.add(one);
      Detail.say(() -> (one.hit() ? "REPEAT-HIT " : "REPEAT-MISSED ") + detail(step, one, fixes));
    } else {
      others.add(one);
      Detail.say(() -> (one.shown().isEmpty() ? "QUIET " : "NOISE ") + detail(step, one, fixes));
    }
  }

  private static String detail(Step step, Case one, List<Step> fixes) {
    return String.join(
        " | ",
        step.tool(),
        cut(step.command()),
        cut(step.signature()),
        "shown: " + one.shown(),
        "fixes: "
            + fixes.stream().map(fix -> FixWords.of(fix.command(), fix.fix())).distinct().toList(),
        "baseline: " + one.baselineHits());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(SHOWN, text.length()));
  }

  private static boolean holds(String text, List<Step> fixes) {
    return fixes.stream()
        .anyMatch(fix -> FixWords.holds(text, FixWords.of(fix.command(), fix.fix())));
  }

  private void print(int skills) {
    figure("errors.useful_hit1", repeats, one -> one.hit() ? 1 : 0);
    figure("errors.silence", others, one -> one.shown().isEmpty() ? 1 : 0);
    report.figure("errors.skills", "all", new Estimate(skills, repeats.size(), skills, skills));
    List<Case> shown = new ArrayList<>(repeats);
    shown.addAll(others);
    double[] lengths =
        shown.stream()
            .filter(one -> !one.shown().isEmpty())
            .mapToDouble(one -> one.shown().length())
            .sorted()
            .toArray();
    double median = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    report.figure("errors.text_chars", "all", new Estimate(median, lengths.length, median, median));
    double injected = others.stream().filter(one -> !one.shown().isEmpty()).count();
    allowed("errors.baseline.useful_hit1", injected, Case::baseline, Case::baselineHits);
    for (int percent : PERCENT) {
      double many = Math.floor(percent / 100.0 * others.size());
      allowed("errors.hit_at_" + percent, many, Case::confidence, Case::bestHits);
      allowed("errors.baseline.hit_at_" + percent, many, Case::baseline, Case::baselineHits);
    }
  }

  // The least score at which no more than so many other calls are spoken to.
  private void allowed(
      String metric, double injected, ToDoubleFunction<Case> score, Predicate<Case> hit) {
    double[] scores = others.stream().mapToDouble(score).sorted().toArray();
    int index = (int) Math.max(0, scores.length - injected - 1);
    double threshold = scores.length == 0 ? 0 : scores[index];
    figure(metric, repeats, one -> score.applyAsDouble(one) > threshold && hit.test(one) ? 1 : 0);
  }

  private void figure(String metric, List<Case> cases, ToDoubleFunction<Case> value) {
    double[] values = cases.stream().mapToDouble(value).toArray();
    report.figure(
        metric, "all", new Clusters(cases.stream().map(Case::session).toList()).mean(values));
  }
}
