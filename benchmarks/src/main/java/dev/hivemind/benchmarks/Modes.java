package dev.hivemind.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What can be asked for on the command line. */
final class Modes {
  private static final String USAGE =
      "usage: quality DIR [PART...] | lessons DIR N SEED | train DIR | outcomes | cluster [MINUTES]";
  private static final int MINUTES = 10;

  private Modes() {}

  static void run(List<String> arguments, PrintStream out) {
    String mode = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.stream().skip(1).toList();
    switch (mode) {
      case "outcomes" -> OutcomeQuality.run(new Report(out));
      case "cluster" ->
          Cluster.run(rest.isEmpty() ? MINUTES : number(rest.get(0)), new Report(out));
      case "quality" -> Quality.run(folder(rest), rest.subList(1, rest.size()), new Report(out));
      case "lessons" -> lessons(folder(rest), rest.subList(1, rest.size()), out);
      case "train" -> Training.run(folder(rest), out);
      default -> throw new MissingDataException(USAGE);
    }
  }

  private static Path folder(List<String> rest) {
    if (rest.isEmpty()) {
      throw new MissingDataException(USAGE);
    }
    return Path.of(rest.get(0));
  }

  private static int number(String minutes) {
    try {
      return Integer.parseInt(minutes);
    } catch (NumberFormatException e) {
      throw new MissingDataException(USAGE, e);
    }
  }

  private static void lessons(Path data, List<String> rest, PrintStream out) {
    try {
      Lessons.run(data, Integer.parseInt(rest.get(0)), Long.parseLong(rest.get(1)), out);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new MissingDataException(USAGE, e);
    }
  }
}
