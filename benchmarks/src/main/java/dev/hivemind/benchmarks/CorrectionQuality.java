package dev.hivemind.benchmarks;

import dev.hivemind.Author;
import dev.hivemind.CodifyReport;
import dev.hivemind.Evidence;
import dev.hivemind.HivemindListener;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Detection of push-backs in labelled turns, through the library's front door: each turn is
 * recorded with what the agent did before it, and the probability is that of the evidence which
 * codification reports. No evidence is a probability of 0.
 */
final class CorrectionQuality {
  static final String FILE = "corrections/turns.jsonl";

  /** Below this the library itself makes nothing of a piece of evidence. */
  private static final double THRESHOLD = .4;

  /** So many turns are recorded before the library is waited for: its queue has an end. */
  private static final int TOGETHER = 50;

  /** SHA-256 of the labelled turns the shipped weights were learned from. */
  private static final String LEARNED_FROM =
      "5ffe7e14ab88393f610efa2813b597b50a79b8944b94add519ba6b9c0dbd9443";

  private static final String FEW = "correction";

  private final List<LabelledTurn> turns;
  private final double[] probability;
  private final Report report;

  private CorrectionQuality(List<LabelledTurn> turns, double[] probability, Report report) {
    this.turns = turns;
    this.probability = probability;
    this.report = report;
  }

  static void run(Path data, Report report) {
    List<LabelledTurn> turns = LabelledTurn.all(data.resolve(FILE));
    Map<Scope, Double> found = new ConcurrentHashMap<>();
    try (Mind mind = new Mind(builder -> builder.listener(report(found)))) {
      for (int i = 0; i < turns.size(); i++) {
        Session session = Session.of(scope(i), "s").by(Author.operator("somebody"));
        turns.get(i).events(session).forEach(mind.hivemind()::record);
        if (i % TOGETHER == 0) {
          mind.settle();
        }
      }
      mind.settle();
    }
    double[] probability =
        IntStream.range(0, turns.size())
            .mapToDouble(i -> found.getOrDefault(scope(i), 0.0))
            .toArray();
    if (Digests.of(data.resolve(FILE)).equals(LEARNED_FROM)) {
      report.progress("corrections: the weights were learned from this file: cross-validated");
      new CorrectionQuality(turns, TurnModel.crossValidated(turns), report).print("corrections.");
      new CorrectionQuality(turns, probability, report).print("corrections.shipped.");
    } else {
      new CorrectionQuality(turns, probability, report).print("corrections.");
    }
  }

  private static Scope scope(int turn) {
    return Scope.of("turn-" + turn);
  }

  private static HivemindListener report(Map<Scope, Double> found) {
    return new HivemindListener() {
      @Override
      public void codified(CodifyReport report) {
        report.evidence().stream()
            .filter(one -> one.kind() != Evidence.Kind.CONFIRMATION)
            .forEach(one -> found.merge(one.scope(), one.probability(), Math::max));
      }
    };
  }

  private void print(String metric) {
    figures(metric, "all", turn -> true);
    turns.stream()
        .map(LabelledTurn::sample)
        .distinct()
        .sorted()
        .forEach(sample -> figures(metric, sample, turn -> turn.sample().equals(sample)));
    turns.stream()
        .map(turn -> Language.of(turn.words()))
        .distinct()
        .sorted()
        .forEach(code -> figures(metric, code, turn -> Language.of(turn.words()).equals(code)));
    turns.stream()
        .filter(LabelledTurn::positive)
        .map(LabelledTurn::label)
        .distinct()
        .sorted()
        .forEach(label -> recall(metric + "recall", label, one -> one.label().equals(label)));
    recall(metric + "explicit_recall", "all", one -> one.label().equals(FEW));
    for (int i = 0; i < turns.size(); i++) {
      detail(turns.get(i), probability[i]);
    }
  }

  private static void detail(LabelledTurn turn, double probability) {
    boolean right = turn.positive() == probability >= THRESHOLD;
    Detail.say(
        () ->
            String.join(
                " | ",
                right ? "TURN-RIGHT" : "TURN-WRONG",
                turn.label(),
                String.format(Locale.ROOT, "%.2f", probability),
                (turn.interrupted() ? "I" : "") + (turn.refused() ? "R" : ""),
                turn.words()));
  }

  private void figures(String metric, String set, Predicate<LabelledTurn> of) {
    int[] cases = IntStream.range(0, turns.size()).filter(i -> of.test(turns.get(i))).toArray();
    Clusters clusters = clusters(cases);
    report.figure(metric + "f1", set, clusters.of(sample -> f1(cases, sample)));
    report.figure(metric + "precision", set, clusters.of(sample -> precision(cases, sample)));
    report.figure(metric + "recall", set, clusters.of(sample -> recall(cases, sample)));
    report.figure(metric + "ap", set, clusters.of(sample -> averagePrecision(cases, sample)));
  }

  private void recall(String metric, String set, Predicate<LabelledTurn> of) {
    int[] cases = IntStream.range(0, turns.size()).filter(i -> of.test(turns.get(i))).toArray();
    if (cases.length > 0) {
      report.figure(metric, set, clusters(cases).of(sample -> recall(cases, sample)));
    }
  }

  private Clusters clusters(int[] cases) {
    return new Clusters(IntStream.of(cases).mapToObj(i -> turns.get(i).session()).toList());
  }

  private boolean found(int turn) {
    return probability[turn] >= THRESHOLD;
  }

  private double precision(int[] cases, int[] sample) {
    long found = IntStream.of(sample).filter(i -> found(cases[i])).count();
    return found == 0 ? 0 : right(cases, sample) / (double) found;
  }

  private double recall(int[] cases, int[] sample) {
    long positive = IntStream.of(sample).filter(i -> turns.get(cases[i]).positive()).count();
    return positive == 0 ? 0 : right(cases, sample) / (double) positive;
  }

  private long right(int[] cases, int[] sample) {
    return IntStream.of(sample)
        .filter(i -> found(cases[i]) && turns.get(cases[i]).positive())
        .count();
  }

  private double f1(int[] cases, int[] sample) {
    double precision = precision(cases, sample);
    double recall = recall(cases, sample);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  // The sum of precisions at each distinct score, weighted by the recall gained there: ties are one
  // step.
  private double averagePrecision(int[] cases, int[] sample) {
    int[] order =
        IntStream.of(sample)
            .map(i -> cases[i])
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -probability[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    long positive = IntStream.of(order).filter(i -> turns.get(i).positive()).count();
    double sum = 0;
    int seen = 0;
    int right = 0;
    while (seen < order.length) {
      double score = probability[order[seen]];
      int before = right;
      while (seen < order.length && probability[order[seen]] == score) {
        right += turns.get(order[seen++]).positive() ? 1 : 0;
      }
      sum += (right - before) * (double) right / seen;
    }
    return positive == 0 ? 0 : sum / positive;
  }
}
