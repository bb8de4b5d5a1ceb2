package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.booked;
import static dev.hivemind.core.mine.Bookings.has;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import org.junit.jupiter.api.Test;

class RevertDetectorTest {
  @Test
  void revert_andWords_areOneIncident() {
    Evidence one = only(booked().reverts().says("we must book board rooms daily here"));
    assertThat(one.kind()).isEqualTo(Kind.REVERT);
    assertThat(has(one, Signals.REVERTED)).isTrue();
    assertThat(has(one, Signals.WORDS)).isTrue();
    assertThat(one.wanted()).contains("daily");
  }

  @Test
  void revert_thenNextRequest_keepsItsWordsOut() {
    Evidence one = only(booked().reverts().says("and who is in R-18?"));
    assertThat(one.wanted()).isEmpty();
  }
}
