package dev.hivemind.core.skillfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillFileParseTest {
  private static SkillFile front(String... lines) {
    return SkillFile.parse("---\n" + String.join("\n", lines) + "\n---\nbody\n");
  }

  @Test
  void windowsFile_isReadLikeAUnixOne() {
    SkillFile file =
        SkillFile.parse("\uFEFF---\r\nname: a\r\ndescription: b\r\n---\r\n\r\n# One\r\n\r\ntwo");
    assertThat(file.name()).isEqualTo("a");
    assertThat(file.description()).isEqualTo("b");
    assertThat(file.body()).isEqualTo("# One\n\ntwo");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void blankLinesAndBlanksAtTheFences_areAccepted() {
    SkillFile file = SkillFile.parse("\n\n---  \nname: a\ndescription: b\n--- \nbody");
    assertThat(file.name()).isEqualTo("a");
    assertThat(file.body()).isEqualTo("body");
  }

  @Test
  void unquotedColon_isTakenLiterally() {
    SkillFile file =
        front(
            "name: a",
            "description: Refunds: check the window: it's short #7",
            "metadata:",
            "  team: ops: night",
            "  hivemind-id: x1",
            "license: MIT");
    assertThat(file.description()).isEqualTo("Refunds: check the window: it's short #7");
    assertThat(file.metadata())
        .containsEntry("team", "ops: night")
        .containsEntry("hivemind-id", "x1");
    assertThat(file.others()).containsExactly(Map.entry("license", "MIT"));
  }

  @Test
  void unquotedColon_mayGoOnOverLines() {
    SkillFile file = front("description: Use when: a", "  and - b", "", "name: n");
    assertThat(file.description()).isEqualTo("Use when: a and - b");
    assertThat(file.name()).isEqualTo("n");
  }

  @Test
  void repair_leavesOtherStylesAlone() {
    SkillFile file =
        front(
            "name: a",
            "note: x: y",
            "description: |",
            "  Use: this",
            "  and: that",
            "allowed-tools: [a, 'b: c']",
            "list:",
            "  - one",
            "quoted: \"a: \\\"b\\\"\"",
            "other: \"say \"hi\" now\"");
    assertThat(file.description()).isEqualTo("Use: this\nand: that\n");
    assertThat(file.others())
        .containsEntry("allowed-tools", List.of("a", "b: c"))
        .containsEntry("list", List.of("one"))
        .containsEntry("quoted", "a: \"b\"")
        .containsEntry("other", "say \"hi\" now")
        .containsEntry("note", "x: y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*important* rule",
        "@mention first",
        "%percent",
        "`code` here",
        "- a: b",
        "[WIP] refunds",
        "{x} is: y"
      })
  void valueThatBeginsLikeYaml_isTakenLiterally(String value) {
    assertThat(front("name: a", "description: " + value).description()).isEqualTo(value);
  }

  @Test
  void values_stayTheTextTheyWere() {
    SkillFile file =
        front(
            "name: 123",
            "description: true",
            "version: 1.10",
            "since: 2024-01-01",
            "none:",
            "nil: ~");
    assertThat(file.name()).isEqualTo("123");
    assertThat(file.description()).isEqualTo("true");
    assertThat(file.others())
        .containsExactly(
            Map.entry("version", "1.10"),
            Map.entry("since", "2024-01-01"),
            Map.entry("none", ""),
            Map.entry("nil", ""));
  }

  @Test
  void tag_makesNoObject() {
    SkillFile file = front("name: !!javax.script.ScriptEngineManager [x]", "description: !!int 7");
    assertThat(file.name()).endsWith("[x]");
    assertThat(file.description()).isEqualTo("!!int 7");
  }

  @Test
  void missingKeys_areEmptyAndReported() {
    SkillFile file = SkillFile.parse("---\n---\n");
    assertThat(file.name()).isEmpty();
    assertThat(file.body()).isEmpty();
    assertThat(file.problems())
        .containsExactly(
            "The name is missing.", "The description is missing.", "The body is blank.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | line 1: the file is empty",
        "` \n ` | line 1: the file is empty",
        "`\n# Title` | line 2: the file does not begin with a line '---'",
        "`---\nname: a` | line 1: the front matter has no closing line '---'",
        "`---\nname: a\nname: b\n---\n` | line 3: this key appears twice",
        "`---\njust words\n---\n` | line 2: the front matter has no 'key: value' lines",
        "`---\nname: a\n? [b]\n: c\n---\n` | line 3: this key is not a plain word",
        "`---\nname: a\nb: &x c\n---\n` | line 3: anchors and aliases are not allowed",
        "`---\nname: a\nb: [c\n---\n` | line 3: ",
        "`---\nname: a\n\tb: c\n---\n` | line 3: ",
        "`---\nname: a\u0001\n---\n` | line 2: ",
      })
  void brokenFile_isNamedByLine(String text, String message) {
    assertThatThrownBy(() -> SkillFile.parse(text == null ? "" : text))
        .isInstanceOf(SkillFileException.class)
        .hasMessageStartingWith(message == null ? "" : message);
  }

  @Test
  void message_holdsNoContent() {
    for (String line :
        List.of("a: *token123", "a: {token123", "a: !<token123", "\"token123", "? token123: [")) {
      try {
        front("name: x", line);
      } catch (SkillFileException e) {
        assertThat(e).hasMessageNotContaining("token123");
      }
    }
  }

  @Test
  void frontMatter_isBounded() {
    assertThat(front("name: a", "x: " + "y".repeat(8_000)).name()).isEqualTo("a");
    assertThatThrownBy(() -> front("name: a", "x: " + "y".repeat(8_200)))
        .isInstanceOf(SkillFileException.class)
        .hasMessageContaining("8 KB");
    assertThatThrownBy(() -> front("name: a", "x: " + "\u6f22".repeat(2_800)))
        .hasMessageContaining("8 KB");
  }

  @Test
  void file_isBounded() {
    String start = "---\nname: a\n---\n";
    assertThat(SkillFile.parse(start + "b".repeat(SkillFile.FILE_BYTES - start.length())).name())
        .isEqualTo("a");
    assertThatThrownBy(
            () -> SkillFile.parse(start + "b".repeat(SkillFile.FILE_BYTES - start.length() + 1)))
        .hasMessage("line 1: the file is larger than 1 MiB");
    assertThatThrownBy(() -> SkillFile.parse(start + "\u00e9".repeat(SkillFile.FILE_BYTES / 2)))
        .hasMessageContaining("1 MiB");
  }

  @Test
  void bombs_goOffHarmlessly() {
    assertBomb("a: " + "[".repeat(8_000));
    assertBomb("a: " + "[".repeat(4_000) + "]".repeat(4_000));
    assertBomb("a: " + "{b: ".repeat(1_900));
    assertBomb("- ".repeat(4_000));
    assertBomb("? ".repeat(4_000));
    assertBomb("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]");
    assertBomb("a: &a [*a]");
    assertBomb("a: &a {b: 1}\n<<: *a");
    assertBomb("a: " + "[a, [b, ".repeat(5) + "]]".repeat(5));
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      deep.append(" ".repeat(i)).append("k:\n");
    }
    assertBomb(deep.toString().stripTrailing());
  }

  private static void assertBomb(String yaml) {
    assertThatThrownBy(() -> front(yaml)).isInstanceOf(SkillFileException.class);
  }

  @Test
  void problems_nameEachBrokenRule() {
    assertThat(
            front(
                    "name: My_Claude--Skill",
                    "description: " + "d".repeat(1_025),
                    "compatibility: " + "c".repeat(501),
                    "version: 1",
                    "metadata: [a]",
                    "license: {a: b}")
                .problems())
        .containsExactly(
            "The name must be lower-case letters and digits in words joined by single hyphens.",
            "The description has more than 1024 characters.",
            "The compatibility has more than 500 characters.",
            "The license must be text.",
            "The metadata must be a map of text to text.",
            "The front matter has keys other than name, description, license, compatibility,"
                + " metadata and allowed-tools.");
    assertThat(front("name: my-claude", "description: d").problems())
        .containsExactly("The name must not contain 'claude' or 'anthropic'.");
    assertThat(front("name: " + "a".repeat(65), "description: d", "metadata: {a: [b]}").problems())
        .containsExactly(
            "The name has more than 64 characters.", "The metadata must be a map of text to text.");
    assertThat(
            SkillFile.parse("---\nname: a\ndescription: d\n---\n" + "x\n".repeat(500)).problems())
        .containsExactly("The body has 500 lines or more.");
    assertThat(
            SkillFile.parse("---\nname: a\ndescription: d\n---\n" + "x".repeat(20_001)).problems())
        .containsExactly("The body has more than 20,000 bytes, about 5,000 tokens.");
  }

  @Test
  void sameText_ignoresLineEndsAndTrailingBlanks() {
    assertThat(SkillFile.sameText("a\nb\n", "\uFEFFa  \r\nb\t\r\n\r\n")).isTrue();
    assertThat(SkillFile.sameText("a\rb", "a\nb\n\n")).isTrue();
    assertThat(SkillFile.sameText("a\nb", "a\n b")).isFalse();
    assertThat(SkillFile.sameText("a\nb", "a\n\nb")).isFalse();
    assertThat(SkillFile.sameText("", "\n \n")).isTrue();
  }

  @Test
  void sameText_takesTimeLinearInTheLength() {
    String blanks = " ".repeat(1 << 20);
    assertThat(SkillFile.sameText(blanks + "x", "x")).isFalse();
  }
}
