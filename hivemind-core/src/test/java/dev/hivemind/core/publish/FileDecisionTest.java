package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.SkillState;
import dev.hivemind.core.publish.FileDecision.Deleted;
import dev.hivemind.core.publish.FileDecision.Edited;
import dev.hivemind.core.publish.FileDecision.Selected;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a human decision in the files is: design.md has a line for most of these. */
class FileDecisionTest {
  @TempDir Path temp;

  @Test
  void newText_isAnEdit() {
    Site site = Site.with(temp, "a", "b");
    String text = Library.text("a", "As I say.");
    site.write("skill-a/SKILL.md", text);
    assertThat(site.decisions()).containsExactly(new Edited("a", 1, site.file("a"), text));
  }

  @Test
  void edit_isNeverOverwrittenUntilTheLibraryTookNote() {
    Site site = Site.with(temp, "a");
    String text = Library.text("a", "As I say.");
    site.write("skill-a/SKILL.md", text);
    site.library.revise("a", "As the machine says.");
    PublishReport report = site.publish();
    assertThat(report.written()).isEmpty();
    assertThat(report.problems()).singleElement().asString().startsWith("skill-a/SKILL.md: ");
    site.restart();
    assertThat(site.decisions()).containsExactly(new Edited("a", 1, site.file("a"), text));

    site.library.take("a", text);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).isEmpty();
    assertThat(site.read("a")).isEqualTo(text);
    site.library.revise("a", "Both agree.");
    assertThat(site.publish().written()).containsExactly(site.file("a"));
  }

  @Test
  void edit_keepsTheFileOfASkillThatRetires() {
    Site site = Site.with(temp, "a");
    site.write("skill-a/SKILL.md", Library.text("a", "As I say."));
    site.library.become("a", SkillState.UNUSED);
    PublishReport report = site.publish();
    assertThat(report.removed()).isEmpty();
    assertThat(report.problems()).hasSize(1);
    assertThat(site.decisions()).hasOnlyElementsOfType(Edited.class).hasSize(1);
  }

  @Test
  void checkoutWithOtherLineEnds_isNoEdit() {
    Site site = Site.with(temp, "a");
    String windows = "\uFEFF" + site.read("a").replace("\n", " \r\n") + "\r\n";
    site.write("skill-a/SKILL.md", windows);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).isEmpty();
    assertThat(site.read("a")).isEqualTo(windows);
    site.library.revise("a", "New.");
    assertThat(site.publish().written()).hasSize(1);
  }

  @Test
  void formatter_isNoEditAndItsFormatStaysUntilTheWordsChange() {
    Site site = new Site(temp);
    site.library.add("a");
    site.library.take(
        "a",
        Library.text(
            "a",
            """
            * Check the *window* first
              and only then
            * refund

            | tool | when |
            |--|--|
            | refund | `a_b` later |

            ***

            1) one
            2) two

            ~~~json
            { "a":  1 }
            ~~~
            End."""));
    site.publish();
    String formatted =
        site.read("a")
            .replace(
                "* Check the *window* first\n  and only then\n* refund\n",
                "\n- Check the _window_\n  first and only then\n- refund\n")
            .replace(
                "| tool | when |\n|--|--|\n",
                "| tool   | when        |\n| ------ | ----------- |\n")
            .replace("***", "---")
            .replace("1) one\n2) two\n", "1. one\n1. two\n")
            .replace("~~~", "```")
            .replace("End.", "\nEnd.");
    assertThat(formatted).isNotEqualTo(site.read("a"));
    site.write("skill-a/SKILL.md", formatted);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).isEmpty();
    assertThat(site.read("a")).isEqualTo(formatted);
    for (String[] change :
        new String[][] {
          {"window", "door"}, {"a_b", "a*b"}, {":  1", ": 1"}, {"- refund", "refund"}
        }) {
      site.write("skill-a/SKILL.md", formatted.replace(change[0], change[1]));
      assertThat(site.decisions()).as(change[0]).hasOnlyElementsOfType(Edited.class).hasSize(1);
    }
  }

  @Test
  void commentInTheFrontMatter_isAnEdit() {
    Site site = Site.with(temp, "a");
    site.write("skill-a/SKILL.md", site.read("a").replace("metadata:", "# mine\nmetadata:"));
    assertThat(site.decisions()).hasOnlyElementsOfType(Edited.class).hasSize(1);
  }

  @Test
  void edit_isHandedOverWithUnixLineEnds() {
    Site site = Site.with(temp, "a");
    String text = Library.text("a", "As I say.");
    site.write("skill-a/SKILL.md", "\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(site.decisions()).containsExactly(new Edited("a", 1, site.file("a"), text));
  }

  @Test
  void olderText_isASelection() {
    Site site = Site.with(temp, "a");
    String first = site.read("a");
    site.library.revise("a", "Second.");
    site.library.revise("a", "Third.");
    site.publish();
    site.write("skill-a/SKILL.md", first);
    assertThat(site.decisions()).containsExactly(new Selected("a", 1));
    assertThat(site.publish().written()).isEmpty();
    assertThat(site.read("a")).isEqualTo(first);

    site.library.take("a", first);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).isEmpty();
  }

  @Test
  void textThatCameBackLater_isNotOld() {
    Site site = Site.with(temp, "a");
    String first = site.read("a");
    site.library.revise("a", "Second.");
    site.library.take("a", first);
    site.publish();
    site.library.revise("a", "Fourth.");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).hasSize(1);
  }

  @Test
  void textWeWrote_isNoSelectionWhenTheLibraryWentOn() {
    Site site = Site.with(temp, "a");
    site.library.revise("a", "Second.");
    site.library.revise("a", "Third.");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).hasSize(1);
  }

  @Test
  void fileOfARetiredSkillPutBack_isASelection() {
    Site site = Site.with(temp, "a", "b");
    String text = site.read("a");
    site.library.become("a", SkillState.DELETED);
    site.publish();
    site.write("skill-a/SKILL.md", text);
    assertThat(site.decisions()).containsExactly(new Selected("a", 2));
    assertThat(site.publish().removed()).isEmpty();
    site.library.become("a", SkillState.ACTIVE);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().unchanged()).isEqualTo(2);
  }

  @Test
  void oneFileGone_isADeletion() {
    Site site = Site.with(temp, "a", "b", "c");
    site.delete("b");
    assertThat(site.decisions()).containsExactly(new Deleted("b"));
    site.library.become("b", SkillState.DELETED);
    assertThat(site.publish().problems()).isEmpty();
    assertThat(site.decisions()).isEmpty();
    assertThat(site.file("b")).doesNotExist();
  }

  @Test
  void theOnlyFileGone_isADeletion() throws Exception {
    Site site = Site.with(temp, "a");
    Files.delete(site.file("a"));
    assertThat(site.decisions()).containsExactly(new Deleted("a"));
  }

  @Test
  void deletion_isNotUndoneUntilTheLibraryTookNote() {
    Site site = Site.with(temp, "a", "b", "c");
    site.delete("b");
    site.library.revise("b", "New.");
    PublishReport report = site.publish();
    assertThat(report.written()).isEmpty();
    assertThat(report.problems()).hasSize(1);
    assertThat(site.decisions()).containsExactly(new Deleted("b"));
  }

  @Test
  void deletionOfARetiredSkill_saysNothing() {
    Site site = Site.with(temp, "a", "b");
    site.library.become("a", SkillState.UNUSED);
    site.delete("a");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8, 12})
  void aQuarterGone_areDeletionsAndMoreARebuild(int skills) {
    Site site = new Site(temp);
    for (int i = 0; i < skills; i++) {
      site.library.add("s" + i);
    }
    site.publish();
    int most = Math.max(1, skills / 4);
    for (int i = 0; i < most; i++) {
      site.delete("s" + i);
    }
    assertThat(site.decisions()).hasSize(most).hasOnlyElementsOfType(Deleted.class);
    site.delete("s" + most);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).hasSize(most + 1);
    assertThat(site.decisions()).isEmpty();
  }

  @Test
  void massAbsence_makesOldTextsNoSelection() {
    Site site = Site.with(temp, "a", "b", "c", "d");
    String first = site.read("a");
    site.library.revise("a", "Second.");
    site.publish();
    site.write("skill-a/SKILL.md", first);
    site.delete("b");
    site.delete("c");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).hasSize(3);
    assertThat(site.read("a")).isEqualTo(Library.text("a", "Second."));
  }

  @Test
  void missingRoot_isRebuilt() {
    Site site = Site.with(temp, "a");
    Site.delete(Site.above(site.directory));
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).containsExactly(site.file("a"));
  }

  @Test
  void missingManifest_isRebuilt() throws Exception {
    Site site = Site.with(temp, "a", "b", "c");
    String old = site.read("a");
    site.library.revise("a", "Second.");
    site.publish();
    site.write("skill-a/SKILL.md", old);
    site.delete("b");
    site.library.become("c", SkillState.DELETED);
    Files.delete(site.manifest());
    site.restart();
    assertThat(site.decisions()).isEmpty();
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.file("a"), site.file("b"));
    assertThat(report.removed()).containsExactly(site.file("c"));
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void missingManifest_doesNotHideAnEdit() throws Exception {
    Site site = Site.with(temp, "a");
    String text = Library.text("a", "As I say.");
    site.write("skill-a/SKILL.md", text);
    Files.delete(site.manifest());
    assertThat(site.decisions()).containsExactly(new Edited("a", 0, site.file("a"), text));
    site.publish();
    assertThat(site.read("a")).isEqualTo(text);
    assertThat(site.decisions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":2,\"files\":{}}",
        "{\"format\":1,\"files\":[]}",
        "\u0000"
      })
  void brokenManifest_isRebuiltAndReported(String json) {
    Site site = Site.with(temp, "a", "b");
    site.delete("a");
    Site.write(site.manifest(), json);
    assertThat(site.decisions()).isEmpty();
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.file("a"));
    assertThat(report.problems()).singleElement().asString().contains("manifest");
    assertThat(site.publish().problems()).isEmpty();
  }
}
