package dev.hivemind.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The command line: {@code quality DIR}. */
public final class Main {
  private Main() {}

  /** Runs, and ends the process with 2 if the arguments or the data are not as they must be. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      if (arguments.length < 2 || !arguments[0].equals("quality")) {
        throw new MissingDataException("usage: quality DIR");
      }
      List<String> rest = List.of(arguments).subList(2, arguments.length);
      Quality.run(Path.of(arguments[1]), rest, new Report(out));
    } catch (MissingDataException e) {
      System.err.println("benchmarks: " + e.getMessage());
      System.exit(2);
    }
  }
}
