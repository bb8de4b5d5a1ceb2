package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.HOURLY;
import static dev.hivemind.core.mine.Bookings.booked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalDetectorTest {
  @Test
  void approval_isConfirmation() {
    Story story = new Story().says("book it").asks("book_room", HOURLY).approves();
    assertThat(story.all()).extracting(Evidence::kind).containsExactly(Kind.CONFIRMATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"thanks!", "perfekt, danke", "gracias", "谢谢", "ありがとう", "merci", "obrigado"})
  void thanks_areConfirmation(String words) {
    assertThat(booked().says(words).all())
        .extracting(Evidence::kind)
        .containsExactly(Kind.CONFIRMATION);
  }
}
