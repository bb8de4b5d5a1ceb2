package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SwapTest {
  @Test
  void oneMould_filledTwice_isASwap() {
    assertThat(
            Swap.is("Answer with the opposite of the word.", "Answer with the origin of the word."))
        .isTrue();
  }

  @Test
  void sameWords_areNone() {
    assertThat(Swap.is("Use the queue for refunds.", "Use the queue for refunds.")).isFalse();
  }

  @Test
  void otherWords_areNone() {
    assertThat(Swap.is("Use the queue for refunds.", "Parcels go out on Monday.")).isFalse();
    assertThat(Swap.is("", "Use the queue.")).isFalse();
  }
}
