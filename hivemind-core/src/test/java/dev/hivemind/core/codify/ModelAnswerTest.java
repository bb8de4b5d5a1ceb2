package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Keep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelAnswerTest {
  private static final String KEEP =
      "{\"decision\":\"KEEP\",\"name\":\"use-the-queue\",\"description\":\"d\",\"body\":\"b\",\"reason\":\"r\"}";

  private static Proposal read(String answer) throws ModelAnswer.UnusableException {
    return ModelAnswer.read(answer, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "```json\n%s\n```", "The {object}:\n%s\nI hope it helps {really}"})
  void object_isReadWhateverStandsAroundIt(String around) throws Exception {
    String answer = around.replace("%s", KEEP);
    assertThat(((Keep) read(answer)).draft().name()).isEqualTo("use-the-queue");
  }

  @Test
  void braces_inStrings_endNothing() throws Exception {
    Proposal read = read(KEEP.replace("\"b\"", "\"a } and { and \\\" and }}\""));
    assertThat(((Keep) read).draft().body()).isEqualTo("a } and { and \" and }}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no",
        "{",
        "{\"decision\":\"KEEP\",\"name\":\"a\"",
        "[]",
        "{\"decision\":\"keep\",\"reason\":\"r\"}",
        "{\"decision\":\"SKIP\"}",
        "{\"decision\":\"SKIP\",\"reason\":7}",
        "{\"decision\":\"SKIP\",\"reason\":\"r\",\"trust\":\"OWNER\"}",
        "{\"decision\":\"SKIP\",\"reason\":\"a\"}{\"decision\":\"SKIP\",\"reason\":\"b\"}",
        "{\"decision\":\"MERGE\",\"skill\":\"s-unknown\",\"description\":\"d\",\"body\":\"b\",\"reason\":\"r\"}",
        "{\"decision\":\"KEEP\",\"name\":\"Has Blanks\",\"description\":\"d\",\"body\":\"b\",\"reason\":\"r\"}",
        "{\"decision\":\"KEEP\",\"name\":\"a\",\"description\":\"d\\ne\",\"body\":\"b\",\"reason\":\"r\"}",
        "{\"decision\":\"KEEP\",\"name\":\"a\",\"description\":\"d\",\"body\":\"---\\nname: b\",\"reason\":\"r\"}"
      })
  void anythingElse_isNotUsable(String answer) {
    assertThatThrownBy(() -> read(answer)).isInstanceOf(ModelAnswer.UnusableException.class);
  }

  @Test
  void overlongFields_areNotUsable() {
    String longBody = KEEP.replace("\"b\"", "\"" + "x".repeat(3_000) + "\"");
    assertThatThrownBy(() -> read(longBody)).hasMessageContaining("body");
  }
}
