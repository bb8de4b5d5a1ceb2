package dev.hivemind.benchmarks;

import dev.hivemind.benchmarks.SkillSet.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranking, confidence, what users get, and speed, set by set. */
final class RecallQuality {
  private final SkillSet set;
  private final Report report;

  private RecallQuality(SkillSet set, Report report) {
    this.set = set;
    this.report = report;
  }

  static void run(Path data, Report report) {
    for (SkillSet set : SkillSet.all(data)) {
      new RecallQuality(set, report).run();
    }
  }

  private void run() {
    report.progress(
        set.name() + ": " + set.skills().size() + " skills, " + set.queries().size() + " queries");
    try (Library library = new Library(set)) {
      List<Answer> answers = set.queries().stream().map(library::ask).toList();
      report.progress(set.name() + ": asked");
      AnswerFigures figures = new AnswerFigures(set, report);
      double[] ours = figures.ranking("recall.", answers);
      double[] theirs =
          figures.ranking("recall.baseline.", new Baseline(set.skills()).answers(set.queries()));
      report.figure("recall.win", set.name(), Bootstrap.win(ours, theirs));
      figures.shipped("recall.shipped.", answers);
      speed(library);
    }
  }

  // The library was asked every query before, so the code is warm; new sessions remember nothing.
  private void speed(Library library) {
    List<Double> microseconds = new ArrayList<>();
    for (Query query : set.queries()) {
      long start = System.nanoTime();
      library.recall(query.text());
      microseconds.add((System.nanoTime() - start) / 1e3);
    }
    double[] values = microseconds.stream().mapToDouble(Double::doubleValue).toArray();
    report.figure("recall.p50_us", set.name(), percentile(values, .5));
    report.figure("recall.p99_us", set.name(), percentile(values, .99));
  }

  private static Estimate percentile(double[] values, double share) {
    return Bootstrap.of(
        values.length,
        sample -> {
          double[] sorted = Arrays.stream(sample).mapToDouble(i -> values[i]).sorted().toArray();
          return sorted[(int) Math.min(sorted.length - 1.0, Math.floor(share * sorted.length))];
        });
  }
}
