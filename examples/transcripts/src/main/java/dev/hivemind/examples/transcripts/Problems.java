package dev.hivemind.examples.transcripts;

import java.io.PrintStream;

/** Says which lines were skipped, and why. */
final class Problems {
  private static final int SHOWN = 120;

  private final PrintStream err;

  Problems(PrintStream err) {
    this.err = err;
  }

  void skipped(String file, int line, String why) {
    String first = why.lines().findFirst().orElse("");
    err.println(
        file
            + ":"
            + line
            + ": skipped, "
            + (first.length() <= SHOWN ? first : first.substring(0, SHOWN) + "..."));
  }
}
