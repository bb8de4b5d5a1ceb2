package dev.hivemind.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void code_hasNoComments() {
    assertThat(SourceText.code("a; // b\n/* c\n */ d; /** e **/ f;")).doesNotContain("b", "c", "e");
    assertThat(SourceText.lines("a; // b\n/* c\n */\n\nd;\n")).isEqualTo(2);
  }

  @Test
  void code_hasNoWordsOfLiterals() {
    String source = "x = \"// in \\\" \" + '\"' + \"\"\"\n  in \"quotes\"\n\"\"\" + out;";
    assertThat(SourceText.code(source)).contains("x = ", "out;").doesNotContain("in", "quotes");
  }

  @Test
  void lines_countTextBlocks() {
    assertThat(SourceText.lines("x =\n\"\"\"\none\ntwo\n\"\"\";\n")).isEqualTo(5);
  }
}
