package dev.hivemind.benchmarks;

import dev.hivemind.benchmarks.SkillSet.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

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
      double[] ours = ranking("recall.", answers);
      double[] theirs =
          ranking("recall.baseline.", new Baseline(set.skills()).answers(set.queries()));
      report.figure("recall.win", set.name(), Bootstrap.win(ours, theirs));
      shipped(answers);
      speed(library);
    }
  }

  private double[] ranking(String metric, List<Answer> answers) {
    double[] ndcg = each(answers, Answer::ndcg);
    report.figure(metric + "ndcg10", set.name(), Bootstrap.mean(ndcg));
    report.figure(metric + "r10", set.name(), Bootstrap.mean(each(answers, Answer::recall)));
    report.figure(metric + "hit1", set.name(), Bootstrap.mean(each(answers, Answer::hit)));
    boolean[] positive = new boolean[answers.size()];
    double[] confidence = new double[answers.size()];
    boolean both = false;
    for (int i = 0; i < positive.length; i++) {
      positive[i] = !set.queries().get(i).relevant().isEmpty();
      confidence[i] = answers.get(i).confidence();
      both |= !positive[i];
    }
    if (both) {
      Estimate auc = Bootstrap.of(positive.length, sample -> Auc.of(confidence, positive, sample));
      report.figure(metric + "auc", set.name(), auc);
    }
    return ndcg;
  }

  private double[] each(List<Answer> answers, ToDoubleBiFunction<Answer, Set<String>> value) {
    return IntStream.range(0, answers.size())
        .filter(i -> !set.queries().get(i).relevant().isEmpty())
        .mapToDouble(i -> value.applyAsDouble(answers.get(i), set.queries().get(i).relevant()))
        .toArray();
  }

  private void shipped(List<Answer> answers) {
    for (Ending ending : Ending.values()) {
      double[] values =
          IntStream.range(0, answers.size())
              .mapToDouble(i -> Ending.of(set.queries().get(i), answers.get(i)) == ending ? 1 : 0)
              .toArray();
      report.figure("recall.shipped." + ending.metric(), set.name(), Bootstrap.mean(values));
    }
    double[] falseOnes =
        IntStream.range(0, answers.size())
            .filter(i -> set.queries().get(i).relevant().isEmpty())
            .mapToDouble(i -> answers.get(i).shown().isEmpty() ? 0 : 1)
            .toArray();
    if (falseOnes.length > 0) {
      report.figure("recall.shipped.false_rate", set.name(), Bootstrap.mean(falseOnes));
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
