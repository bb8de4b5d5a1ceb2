package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void text_endsWhereASentenceDoes() {
    assertThat(Sentences.of("Ask first. Then book! Why? \u5148\u95ee\u3002\u518d\u8ba2\u3002"))
        .containsExactly(
            "Ask first.", "Then book!", "Why?", "\u5148\u95ee\u3002", "\u518d\u8ba2\u3002");
  }

  @Test
  void quotation_isNotTakenApart() {
    assertThat(Sentences.of("Write \"It is in. Shall I go on? Yes.\" there. Then stop."))
        .containsExactly("Write \"It is in. Shall I go on? Yes.\" there.", "Then stop.");
  }

  @Test
  void quotationNobodyClosed_staysWhole() {
    assertThat(Sentences.of("Not \"In...\" Write this. \"It is in. Shall I go on? Yes."))
        .containsExactly("Not \"In...\"", "Write this. \"It is in. Shall I go on? Yes.");
  }

  @Test
  void quotation_belongsToTheSentenceThatIntroducesIt() {
    assertThat(Sentences.of("Say it so. \"It is in. Thanks.\" Then stop."))
        .containsExactly("Say it so. \"It is in. Thanks.\"", "Then stop.");
    assertThat(Sentences.of("That is it. \"Room\" is the word."))
        .containsExactly("That is it.", "\"Room\" is the word.");
  }
}
