package dev.hivemind.core.skillfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillFileRewriteTest {
  private static final Map<String, String> META =
      Map.of("hivemind-id", "new", "hivemind-revision", "2");

  private static String rewrite(String existing) {
    return SkillFile.rewrite(existing, "fresh", "Fresh words.", "Fresh body.", META);
  }

  @Test
  void personsKeysAndComments_surviveLineForLine() {
    String existing =
        """
        ---
        # kept by the night shift
        license:   MIT   # really
        name: old
        # about the description
        description: >
          Old words
          # not a comment

          over lines

        # between
        metadata:
          # why this team
          team: 'ops'
          hivemind-id: old
          # on call
          pager: "12 34"
          hivemind-revision: "1"
        allowed-tools: |
          Read
            Grep

        x-list:
        - a
        - b
        # the end
        ---
        Old body.
        """;
    assertThat(rewrite(existing))
        .isEqualTo(
            """
            ---
            # kept by the night shift
            license:   MIT   # really
            name: fresh
            # about the description
            description: "Fresh words."
            # between
            metadata:
              hivemind-id: "new"
              hivemind-revision: "2"
              # why this team
              team: 'ops'
              # on call
              pager: "12 34"
            allowed-tools: |
              Read
                Grep

            x-list:
            - a
            - b
            # the end
            ---

            Fresh body.
            """);
  }

  @Test
  void missingKeys_areAdded() {
    assertThat(rewrite("---\n# mine\nlicense: MIT\n---\nx"))
        .isEqualTo(
            """
            ---
            name: fresh
            description: "Fresh words."
            # mine
            license: MIT
            metadata:
              hivemind-id: "new"
              hivemind-revision: "2"
            ---

            Fresh body.
            """);
    assertThat(SkillFile.parse(rewrite("---\n---\n")).metadata()).isEqualTo(META);
  }

  @Test
  void metadataInBraces_becomesABlock() {
    String text =
        rewrite(
            "---\nmetadata: {team: ops, hivemind-id: x, say: 'a \"b\" \\c'} # m\nname: a\n---\nx");
    assertThat(text).contains("metadata:\n  hivemind-id: \"new\"\n");
    assertThat(SkillFile.parse(text).metadata())
        .containsEntry("team", "ops")
        .containsEntry("say", "a \"b\" \\c")
        .containsEntry("hivemind-id", "new")
        .hasSize(4);
  }

  @Test
  void metadataOfOurs_disappearsWhenThereIsNoneAnyMore() {
    String text = SkillFile.write("a", "b", "c", META);
    assertThat(SkillFile.rewrite(text, "a", "b", "c", Map.of()))
        .isEqualTo(SkillFile.write("a", "b", "c", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\nname: a\ndescription: b\n---\nx",
        "\uFEFF---\r\nname: a\r\ndescription: b\r\n# c\r\nmetadata:\r\n    team: x\r\n---\r\nx\r\n",
        "---\ndescription: Refunds: look\n  further on\nx-note: a: b\n# c\nname: a\n---\nx",
        "---\n\"name\": 'a'\n'description': \"b\n\n  c\"\nmetadata:\n---\nx",
        "---\nmetadata: {hivemind-id: x}\nx:\n  - y\n  # z\n---\nx",
        "---\nmetadata:\n  # only ours follows\n  hivemind-id: x\n---\nx",
        "---\nmetadata:\n  hivemind-note: |\n    a\n\n    b\n  team: |\n    c\n\n---\nx",
        "---\nmetadata: {a: b,\n  c: d}\n# e\n---\nx",
      })
  void rewrite_isWhatIsReadAndStaysWhenRepeated(String existing) {
    SkillFile before = SkillFile.parse(existing);
    String text = rewrite(existing);
    SkillFile after = SkillFile.parse(text);
    assertThat(after.name()).isEqualTo("fresh");
    assertThat(after.description()).isEqualTo("Fresh words.");
    assertThat(after.body()).isEqualTo("Fresh body.");
    assertThat(after.others()).isEqualTo(before.others());
    assertThat(after.metadata()).containsAllEntriesOf(META);
    before
        .metadata()
        .forEach(
            (key, value) -> {
              if (!key.startsWith("hivemind-")) {
                assertThat(after.metadata()).containsEntry(key, value);
              }
            });
    assertThat(text).doesNotContain("\r");
    assertThat(existing.lines().filter(line -> line.strip().startsWith("#")))
        .allSatisfy(comment -> assertThat(text).contains(comment.strip()));
    assertThat(rewrite(text)).isEqualTo(text);
  }

  @Test
  void ownText_isRewrittenLikeWritten() {
    String old = SkillFile.write("old", "Old.", "Old.", Map.of("hivemind-id", "old"));
    assertThat(rewrite(old))
        .isEqualTo(SkillFile.write("fresh", "Fresh words.", "Fresh body.", META));
  }

  @Test
  void whatCannotBeKept_isRefused() {
    assertThatThrownBy(() -> rewrite("no front matter")).isInstanceOf(SkillFileException.class);
    assertThatThrownBy(() -> rewrite("---\n{name: a, x: y}\n---\n"))
        .isInstanceOf(SkillFileException.class);
    assertThatThrownBy(() -> rewrite("---\nname: a\nname: b\n---\n"))
        .isInstanceOf(SkillFileException.class);
    assertThatThrownBy(() -> rewrite("---\nx: " + "y".repeat(8_150) + "\n---\n"))
        .isInstanceOf(SkillFileException.class)
        .hasMessageContaining("8 KB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
  void lineEndsThatOnlyYamlKnows_moveNoPersonsLine(String separator) {
    String existing =
        "---\nname: x\nlicense: a"
            + separator
            + separator
            + "\nteam: ops\ndescription: y\n---\nz\n";
    assertThat(rewrite(existing)).contains("\nlicense: a" + separator).contains("\nteam: ops\n");
  }

  @Test
  void indentedKeys_areRefused() {
    assertThatThrownBy(() -> rewrite("---\n a: b\n name: x\n---\nz\n"))
        .isInstanceOf(SkillFileException.class)
        .hasMessageContaining("indented");
  }
}
