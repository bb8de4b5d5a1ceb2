package dev.hivemind.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** The figures of one set's answers. */
final class AnswerFigures {
  private final SkillSet set;
  private final Report report;

  AnswerFigures(SkillSet set, Report report) {
    this.set = set;
    this.report = report;
  }

  /** Reports how well the answers are ranked, and returns the nDCG of each query that has one. */
  double[] ranking(String metric, List<Answer> answers) {
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

  /** Reports what users would have been shown. */
  void shipped(String metric, List<Answer> answers) {
    for (Ending ending : Ending.values()) {
      double[] values =
          IntStream.range(0, answers.size())
              .mapToDouble(i -> Ending.of(set.queries().get(i), answers.get(i)) == ending ? 1 : 0)
              .toArray();
      report.figure(metric + ending.metric(), set.name(), Bootstrap.mean(values));
    }
    double[] falseOnes =
        IntStream.range(0, answers.size())
            .filter(i -> set.queries().get(i).relevant().isEmpty())
            .mapToDouble(i -> answers.get(i).shown().isEmpty() ? 0 : 1)
            .toArray();
    if (falseOnes.length > 0) {
      report.figure(metric + "false_rate", set.name(), Bootstrap.mean(falseOnes));
    }
  }
}
