package dev.hivemind.testkit;

/** The seed of a randomised test: {@code -Dhivemind.seed=}, else the test's own. */
final class Seed {
  private static final String PROPERTY = "hivemind.seed";

  private Seed() {}

  static long or(long own) {
    return Long.getLong(PROPERTY, own);
  }

  /** Returns how to run again with this seed. */
  static String replay(long seed) {
    return "seed " + seed + ", replay with -D" + PROPERTY + "=" + seed;
  }
}
