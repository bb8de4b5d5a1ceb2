package dev.hivemind.benchmarks;

import java.util.function.Supplier;

/** Says on standard error what a figure is made of, if {@code -Dbenchmarks.detail} is set. */
final class Detail {
  private static final boolean WANTED = System.getProperty("benchmarks.detail") != null;
  private static final int LENGTH = 1_500;

  private Detail() {}

  static void say(Supplier<String> what) {
    if (WANTED) {
      String line = what.get().replaceAll("\\s+", " ");
      System.err.println(line.substring(0, Math.min(LENGTH, line.length())));
    }
  }
}
