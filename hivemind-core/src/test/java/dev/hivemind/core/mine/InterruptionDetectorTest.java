package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.booked;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import org.junit.jupiter.api.Test;

class InterruptionDetectorTest {
  @Test
  void interruption_thenPrompt_isPushBack() {
    Evidence one = only(booked().interrupts().says("rooms should be daily"));
    assertThat(one.kind()).isEqualTo(Kind.INTERRUPTION);
    assertThat(one.probability()).isGreaterThan(.75);
  }
}
