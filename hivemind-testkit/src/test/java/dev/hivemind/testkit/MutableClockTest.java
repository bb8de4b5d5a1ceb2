package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {
  private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

  @Test
  void clock_standsStill() {
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(clock.instant()).isEqualTo(clock.instant());
  }

  @Test
  void clock_isMoved() {
    assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo("2026-03-02T09:05:00Z");
    assertThat(clock.advance(Duration.ofMinutes(-10))).isEqualTo("2026-03-02T08:55:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }
}
