package dev.hivemind.core.skillfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillFileWriteTest {
  private static final Map<String, String> META =
      Map.of("hivemind-revision", "3", "hivemind-id", "ab12");

  @Test
  void text_isExactlyThis() {
    assertThat(
            SkillFile.write(
                "check-window", "Before \"refund\": look.", "\n# Do\r\n\r\n- it  ", META))
        .isEqualTo(
            """
            ---
            name: check-window
            description: "Before 'refund': look."
            metadata:
              hivemind-id: "ab12"
              hivemind-revision: "3"
            ---

            # Do

            - it
            """);
  }

  @Test
  void metadata_isLeftOutWhenThereIsNone() {
    assertThat(SkillFile.write("a", "b", "c", Map.of()))
        .isEqualTo("---\nname: a\ndescription: \"b\"\n---\n\nc\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "no", "null", "123", "1e5", "0x1f", "2024-01-01", "y"})
  void nameThatYamlTakesForSomethingElse_isQuoted(String name) {
    assertThat(SkillFile.write(name, "b", "c", Map.of())).contains("\nname: \"" + name + "\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "a--b",
        "-a",
        "a-",
        "a b",
        "../a",
        "a/b",
        "my-claude-skill",
        "anthropic",
        "con",
        "lpt1",
        "\u00e4"
      })
  void name_mustBeValid(String name) {
    assertThatThrownBy(() -> SkillFile.write(name, "b", "c", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void name_hasAtMost64Characters() {
    assertThat(SkillFile.write("a".repeat(64), "b", "c", Map.of())).contains("name: aaa");
    assertThatThrownBy(() -> SkillFile.write("a".repeat(65), "b", "c", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void description_losesWhatLoadersTripOver() {
    String text =
        SkillFile.write("a", "x \"q\" \\ <b>\n---- \u202Ey\u0000z\t \u200B!", "c", Map.of());
    assertThat(SkillFile.parse(text).description()).isEqualTo("x 'q' / \u2039b\u203A \u2014 y z !");
  }

  @Test
  void description_isCutWithoutSplittingAPair() {
    for (int shift = 0; shift < 2; shift++) {
      String text =
          SkillFile.write("a", "x".repeat(shift) + "\uD83D\uDE00".repeat(900), "c", Map.of());
      String description = SkillFile.parse(text).description();
      assertThat(description.length()).isBetween(1_000, 1_024);
      assertThat(description).endsWith("\uD83D\uDE00\u2026");
    }
  }

  @Test
  void description_of1024CharactersIsKept() {
    String description = "d".repeat(1_024);
    assertThat(SkillFile.parse(SkillFile.write("a", description, "c", Map.of())).description())
        .isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "\u0000", "\uD800", "\u200B"})
  void blankDescription_isRefused(String blank) {
    assertThatThrownBy(() -> SkillFile.write("a", blank, "c", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("description");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\n", "\u0000\r\n", "\uD800"})
  void blankBody_isRefused(String blank) {
    assertThatThrownBy(() -> SkillFile.write("a", "b", blank, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("body");
  }

  @Test
  void body_losesWhatHidesOrReordersTextAndKeepsWhatScriptsNeed() {
    String hidden = "a\u202Eb\u2066c\u2069d\u200Be\uFEFFf\u0007g\uDB40\uDC41h";
    String needed = "\u05D0\u200F \u0645\u06CC\u200C\u062E \uD83D\uDC68\u200D\uD83D\uDC69";
    SkillFile file = SkillFile.parse(SkillFile.write("a", "b", hidden + "\n" + needed, Map.of()));

    assertThat(file.body()).isEqualTo("abcdef gh\n" + needed);
  }

  @Test
  void body_staysUnder500Lines() {
    SkillFile file = SkillFile.parse(SkillFile.write("a", "b", "line\n".repeat(900), Map.of()));
    assertThat(file.body().lines().count()).isBetween(490L, 499L);
    assertThat(file.body()).contains("line\n\n(Cut here");
    assertThat(file.problems()).isEmpty();
    String kept = "line\n".repeat(498) + "end";
    assertThat(SkillFile.parse(SkillFile.write("a", "b", kept, Map.of())).body()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\u6f22", "\uD83D\uDE00", "word ", "some words on a line\n"})
  void body_staysUnder5000Tokens(String part) {
    SkillFile file = SkillFile.parse(SkillFile.write("a", "b", part.repeat(30_000), Map.of()));
    assertThat(Lines.bytes(file.body())).isBetween(10_000, 20_000);
    assertThat(file.body()).endsWith(CleanText.CUT).doesNotContain("\uFFFD");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void body_holdsThreeHyphensInCodeOnly() {
    String body =
        "before\n---\nname: other ---- `--flag --- x` --- end\n| a | b |\n|:---|---|\n"
            + "```yaml\n---\na: --- b\n```\n- - -\n--force\n\n---";
    assertThat(SkillFile.parse(SkillFile.write("a", "b", body, Map.of())).body())
        .isEqualTo(
            "before\n***\nname: other \u2014 `--flag --- x` \u2014 end\n| a | b |\n|:--|--|\n"
                + "```yaml\n---\na: --- b\n```\n- - -\n--force\n\n***");
  }

  @ParameterizedTest
  @ValueSource(strings = {" x ", "\u3000x\u2003", "\n \n\tx\n", "\u00A0\u2028x\u0085"})
  void body_hasNoBlanksAroundItWhoeverStripsThem(String body) {
    assertThat(SkillFile.parse(SkillFile.write("a", "b", body, Map.of())).body()).isEqualTo("x");
  }

  @Test
  void metadata_isStrict() {
    assertRefused(Map.of("name", "x"));
    assertRefused(Map.of("hivemind-", "x"));
    assertRefused(Map.of("hivemind-a b", "x"));
    assertRefused(Map.of("hivemind-a", "x\ny"));
    assertRefused(Map.of("hivemind-a", "say \"x\""));
    assertRefused(Map.of("hivemind-a", ""));
    assertRefused(Map.of("hivemind-a", "x".repeat(257)));
    assertRefused(
        Map.of("hivemind-a", "x", "hivemind-b", "x", "hivemind-c", "x", "hivemind-d", "x"));
  }

  private static void assertRefused(Map<String, String> metadata) {
    assertThatThrownBy(() -> SkillFile.write("a", "b", "c", metadata))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metadata");
  }
}
