package dev.hivemind.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void of_splitsCamelAndSnakeCase() {
    assertThat(Words.of("fetchUserById top_old_row HTTPServer2"))
        .containsExactly("fetch", "user", "by", "id", "top", "old", "row", "httpserver", "2");
  }

  @Test
  void of_stemsEnglishLightly() {
    assertThat(Words.of("stopped stops stopping")).containsOnly("stop");
    assertThat(Words.of("entry entries")).containsOnly("entry");
    assertThat(Words.of("class status")).containsExactly("class", "status");
  }

  @Test
  void of_keepsOtherLanguagesWhole() {
    assertThat(Words.of("Größe Straße señal")).containsExactly("größe", "straße", "señal");
  }

  @Test
  void of_pairsCharactersOfUnspacedScripts() {
    assertThat(Words.of("退款窗口ok")).containsExactly("退款", "款窗", "窗口", "ok");
    assertThat(Words.of("返金")).containsExactly("返金");
  }

  @Test
  void similarity_countsRunsOfThree() {
    assertThat(Words.similarity("a b c d", "a b c d")).isEqualTo(1);
    assertThat(Words.similarity("a b c d", "w x y z")).isZero();
    assertThat(Words.similarity("a b c d", "a b c e")).isCloseTo(2.0 / 6, within(1e-9));
    assertThat(Words.similarity("", "")).isZero();
  }
}
