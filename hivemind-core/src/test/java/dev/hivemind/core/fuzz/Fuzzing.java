package dev.hivemind.core.fuzz;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Rounds over broken texts; what fails says how to run it again. */
public final class Fuzzing {
  /** {@code -Dhivemind.seed=}, printed on failure. */
  public static final long SEED = Long.getLong("hivemind.seed", 20261122);

  /** The build tries some, {@code -Plong} many. */
  private static final int ROUNDS = Integer.getInteger("hivemind.fuzz", 500);

  // Far more of the processor's time than any text of this size needs.
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

  private Fuzzing() {}

  /** What is tried on a text; throws what breaks the promise. */
  public interface Trial {
    void on(String text) throws Exception;
  }

  /** Tries the text of each round. */
  public static void run(Mutants mutants, Trial trial) {
    for (int round = 0; round < ROUNDS; round++) {
      String text = mutants.of(round);
      long start = worked();
      try {
        trial.on(text);
      } catch (Throwable e) {
        throw new AssertionError(told(round, text), e);
      }
      if (worked() - start > LONGEST) {
        throw new AssertionError("longer than 5 s: " + told(round, text));
      }
    }
  }

  private static long worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String told(int round, String text) {
    String shown = text.substring(0, Math.min(2_000, text.length()));
    return "round " + round + ", replay with -Dhivemind.seed=" + SEED + ", text: " + shown;
  }
}
