package dev.hivemind.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Learns the weights of a plain turn from labelled turns, to be written into core by hand. */
final class Training {
  private Training() {}

  static void run(Path data, PrintStream out) {
    List<LabelledTurn> turns = LabelledTurn.all(data.resolve(CorrectionQuality.FILE));
    TurnModel.fitted(turns)
        .weights()
        .forEach(
            (name, weight) ->
                out.printf(Locale.ROOT, "%s %.2f%n", name.isEmpty() ? "(prior)" : name, weight));
  }
}
