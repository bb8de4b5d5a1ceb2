package dev.hivemind.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command line; {@link Modes} knows what can be asked for. */
public final class Main {
  private Main() {}

  /** Runs, and ends the process with 2 if the arguments or the data are not as they must be. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Modes.run(List.of(arguments), out);
    } catch (MissingDataException e) {
      System.err.println("benchmarks: " + e.getMessage());
      System.exit(2);
    }
  }
}
