package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.testkit.InMemoryStorage;
import dev.hivemind.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are set while an agent works: order is position, never time. */
class ClockTest {
  private static final int ROUNDS = 20;

  @Test
  void clock_thatJumpsBothWays_changesNoLesson() {
    long seed = Long.getLong("hivemind.seed", 3);
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(seed + round);
      MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
      try (Hivemind hivemind = Agent.builder(new InMemoryStorage()).clock(clock).open()) {
        Agent.work(
            hivemind,
            () -> clock.advance(Duration.ofMinutes(random.nextInt(10_000_000) - 5_000_000)));
        Agent.assertRecovered(hivemind);
        assertThat(hivemind.status().problems()).isEmpty();
      } catch (AssertionError e) {
        throw new AssertionError("replay with -Dhivemind.seed=" + (seed + round), e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "1969-12-31T23:59:59Z"
      })
  void clock_atTheEndOfTime_changesNoLesson(String time) {
    MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    try (Hivemind hivemind = Agent.builder(new InMemoryStorage()).clock(clock).open()) {
      clock.set(Instant.parse(time));
      Agent.work(hivemind);
      Agent.assertRecovered(hivemind);
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  @Test
  void clock_thatThrows_isCounted() {
    InMemoryStorage storage = new InMemoryStorage();
    boolean[] broken = {false};
    try (Hivemind hivemind =
        Agent.builder(storage)
            .clock(
                () -> {
                  if (broken[0]) {
                    throw new IllegalStateException("on purpose");
                  }
                  return Instant.EPOCH;
                })
            .open()) {
      broken[0] = true;
      Agent.work(hivemind);
      broken[0] = false;
      Agent.assertRecovered(hivemind);
    }
  }
}
