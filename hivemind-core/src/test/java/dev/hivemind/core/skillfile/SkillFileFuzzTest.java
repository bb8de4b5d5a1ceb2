package dev.hivemind.core.skillfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.core.fuzz.Fuzzing;
import dev.hivemind.core.fuzz.Mutants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Broken files are read or refused with the one exception there is, and never written broken. */
class SkillFileFuzzTest {
  private static final Map<String, String> META = Map.of("hivemind-id", "s-1");

  private static final List<String> GOOD =
      List.of(
          "---\nname: a-b\ndescription: What: it does\n---\nBody\n",
          """
          ---
          # note
          name: "a"
          description: >-
            over
            lines
          metadata:
            k: 'v'
            hivemind-id: s-2
          allowed-tools: |
            Read
          ---
          # Title

          - one
          - two
          """,
          """
          ---
          name: x
          description: y
          list:
          - a
          - {b: [1, 2]}
          ---
          ```
          ---
          ```
          """
              .replace("\n", "\r\n"),
          "---\n{name: a, description: b}\n---\nc\n");

  private static final List<String> PIECES =
      List.of(
          "---\n",
          "\n---\n",
          "name:",
          "\nname: ",
          "description: ",
          "metadata:\n",
          "hivemind-id: ",
          ": ",
          "\"",
          "'",
          "|",
          ">-",
          "- ",
          "  ",
          "\t",
          "\r",
          "\n",
          "#",
          " #",
          "&a ",
          "*a",
          "<<: ",
          "!!int ",
          "? ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "%YAML 9\n",
          "...\n",
          "\u0000",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud83d",
          "\\x",
          "\\",
          "```\n",
          "~~~\n",
          "0x1f",
          "1e999",
          "2026-01-01",
          "null");

  private static void read(String text) {
    SkillFile.unix(text);
    assertThat(SkillFile.sameText(text, text)).isTrue();
    SkillFile file;
    try {
      file = SkillFile.parse(text);
    } catch (SkillFileException e) {
      return;
    }
    file.metadata();
    file.others();
    if (file.problems().isEmpty()) {
      assertThat(SkillNames.valid(file.name())).isTrue();
      assertThat(file.description()).isNotBlank();
    }
  }

  private static void write(String text) {
    String written;
    try {
      written = SkillFile.write("fresh", text, text, META);
    } catch (IllegalArgumentException e) {
      return; // nothing is left of it
    }
    assertThat(SkillFile.parse(written).problems()).isEmpty();
  }

  private static void change(String text) {
    try {
      String rewritten = SkillFile.rewrite(text, "fresh", "Words.", "Body.", META);
      SkillFile file = SkillFile.parse(rewritten);
      assertThat(file.name()).isEqualTo("fresh");
      assertThat(file.description()).isEqualTo("Words.");
      assertThat(file.body().strip()).isEqualTo("Body.");
      assertThat(file.metadata()).containsAllEntriesOf(META);
      Optional<String> renamed = SkillFile.renamed(text, "other");
      renamed.ifPresent(one -> assertThat(SkillFile.parse(one).name()).isEqualTo("other"));
    } catch (SkillFileException e) {
      // What cannot be read is not changed either.
    }
  }

  @Test
  void brokenFiles_areReadOrRefused_andWhatIsWrittenCanBeRead() {
    Fuzzing.run(
        new Mutants(Fuzzing.SEED, GOOD, PIECES),
        text -> {
          read(text);
          write(text);
          change(text);
        });
  }
}
