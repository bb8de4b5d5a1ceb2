package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills recording processes at seeded moments and opens their home again: half of {@code
 * -Dhivemind.rounds=} in each of two classes, so that they run side by side. {@code
 * -Dhivemind.seed=} replays.
 */
abstract class CrashRounds {
  private static final int ROUNDS = Integer.getInteger("hivemind.rounds", 20) / 2;
  private static final int ROUNDS_A_HOME = 5;
  private static final long SEED = 20_260_301;

  private final int writers;

  @TempDir Path directory;

  CrashRounds(int writers) {
    this.writers = writers;
  }

  @Test
  void home_ofAProcessThatWasKilled_holdsWhatWasConfirmedAndIsWhole()
      throws IOException, InterruptedException {
    long seed = Long.getLong("hivemind.seed", SEED + 1_000_000L * writers);
    int confirmed = 0;
    for (int first = 0; first < ROUNDS; first += ROUNDS_A_HOME) {
      Path home = directory.resolve("home-" + first);
      ReopenedHome reopened = new ReopenedHome(home);
      for (int round = first; round < Math.min(ROUNDS, first + ROUNDS_A_HOME); round++) {
        round(reopened, home, seed, round);
      }
      confirmed += reopened.confirmed();
    }
    System.out.println(
        ROUNDS + " kills, " + writers + " writers: " + confirmed + " confirmed events, none lost");
    assertThat(confirmed).isGreaterThan(ROUNDS * 8);
  }

  private void round(ReopenedHome reopened, Path home, long seed, int round)
      throws IOException, InterruptedException {
    Random random = new Random(seed + round);
    Blow blow = Blow.of(random);
    Path side = directory.resolve("side-" + round);
    kill(blow, home.toString(), side.toString(), "r" + round, "" + (seed + round), "" + writers);
    try {
      reopened.check(Ledger.read(side));
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "round " + round + ", " + blow + ", replay with -Dhivemind.seed=" + seed, e);
    } finally {
      Files.deleteIfExists(side);
    }
  }

  private static void kill(Blow blow, String... arguments)
      throws IOException, InterruptedException {
    List<String> blowParts = List.of(blow.point(), "" + blow.nth(), blow.way().name());
    Process process = ChildJvm.start(Recorder.class, List.of(arguments), blowParts);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).as("errors: see above").isEqualTo("reached");
      boolean ended = process.waitFor(blow.micros(), TimeUnit.MICROSECONDS);
      assertThat(ended && !blow.point().equals("closing")).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
