package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence.Kind;
import org.junit.jupiter.api.Test;

class TellingTest {
  private static String told(String words) {
    return Telling.of(Told.of(Kind.REFUSAL, "e1", .9).wanting(words).evidence(), 230).lesson();
  }

  @Test
  void question_besideAStatement_isLeftOut() {
    assertThat(told("What does it cost? We never pay by cheque."))
        .isEqualTo("We never pay by cheque.");
  }

  @Test
  void question_thatSaysWhatCouldBeDone_isKept() {
    String words =
        "is there another way, something like a card of the company. We never pay by cheque.";
    assertThat(told(words)).isEqualTo(words);
  }

  @Test
  void question_insideADictatedText_isKept() {
    String words =
        "Instead of \"Paid\" always print this. \"It is paid. Do you want a receipt? Yes. No.";
    assertThat(told(words)).isEqualTo(words);
  }
}
