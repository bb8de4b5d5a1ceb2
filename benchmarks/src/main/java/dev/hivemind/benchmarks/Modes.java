package dev.hivemind.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What can be asked for on the command line. */
final class Modes {
  private static final String USAGE =
      "usage: quality DIR [PART...] | lessons DIR N SEED | train DIR | outcomes";

  private Modes() {}

  static void run(List<String> arguments, PrintStream out) {
    if (arguments.equals(List.of("outcomes"))) {
      OutcomeQuality.run(new Report(out));
      return;
    }
    if (arguments.size() < 2) {
      throw new MissingDataException(USAGE);
    }
    if (arguments.get(0).equals("cluster")) {
      Cluster.run(number(arguments.get(1)), new Report(out));
      return;
    }
    Path data = Path.of(arguments.get(1));
    List<String> rest = arguments.subList(2, arguments.size());
    switch (arguments.get(0)) {
      case "quality" -> Quality.run(data, rest, new Report(out));
      case "lessons" -> lessons(data, rest, out);
      case "train" -> Training.run(data, out);
      default -> throw new MissingDataException(USAGE);
    }
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
