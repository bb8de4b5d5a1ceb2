package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Scope;
import dev.hivemind.SkillState;
import dev.hivemind.core.publish.FileDecision.Arrived;
import dev.hivemind.core.publish.FileDecision.Deleted;
import dev.hivemind.core.publish.FileDecision.Edited;
import dev.hivemind.core.publish.FileDecision.Foreign;
import dev.hivemind.core.publish.FileDecision.Renamed;
import dev.hivemind.core.publish.FileDecision.Unreadable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are not ours, not readable, or not where we put them. */
class StrangeFileTest {
  @TempDir Path temp;

  @Test
  void idNobodyKnows_hasArrived() {
    Site site = Site.with(temp, "a");
    String text = Library.text("theirs", "From elsewhere.");
    Path file = site.write("skill-theirs/SKILL.md", text);
    assertThat(site.decisions()).containsExactly(new Arrived(file, "theirs", text));
    assertThat(site.publish().removed()).isEmpty();
    assertThat(Site.read(file)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(names = {"CANDIDATE", "REJECTED"})
  void arrivedFile_isNoSelectionUntilAPersonApproved(SkillState state) throws Exception {
    Site site = Site.with(temp, "a");
    String text = Library.text("theirs", "From elsewhere.");
    Path file = site.write("skill-theirs/SKILL.md", text);
    site.library.arrive("theirs");
    site.library.become("theirs", state);
    for (int round = 0; round < 2; round++) {
      assertThat(site.decisions()).containsExactly(new Foreign(file));
      assertThat(site.publish().removed()).isEmpty();
      Files.delete(site.manifest());
    }
    assertThat(Site.read(file)).isEqualTo(text);

    site.library.become("theirs", SkillState.ACTIVE);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().unchanged()).isEqualTo(2);
  }

  @Test
  void fileWithoutId_isForeignAndNeverTouched() {
    Site site = Site.with(temp, "a");
    String text = "---\nname: mine\ndescription: d\n---\nMine.\n";
    Path file = site.write("mine/SKILL.md", text);
    Path nested = site.write("mine/deep/er/skill.md", text);
    assertThat(site.decisions()).containsExactly(new Foreign(file), new Foreign(nested));
    site.library.become("a", SkillState.UNUSED);
    site.publish();
    assertThat(Site.read(file)).isEqualTo(text);
  }

  @Test
  void forgottenSkillAPersonEdited_isForeign() {
    Site site = Site.with(temp, "a");
    site.write("skill-a/SKILL.md", Library.text("a", "Mine now."));
    site.library.forget("a");
    assertThat(site.decisions()).containsExactly(new Foreign(site.file("a")));
    assertThat(site.publish().removed()).isEmpty();
    assertThat(site.decisions()).containsExactly(new Foreign(site.file("a")));
  }

  @Test
  void fileThatLostItsId_isForeignAndNoDeletion() {
    Site site = Site.with(temp, "a");
    site.write("skill-a/SKILL.md", "---\nname: skill-a\ndescription: d\n---\nMine.\n");
    assertThat(site.decisions()).containsExactly(new Foreign(site.file("a")));
    assertThat(site.publish().problems()).hasSize(1);
    assertThat(site.read("a")).contains("Mine.");
    site.delete("a");
    assertThat(site.decisions()).containsExactly(new Deleted("a"));
  }

  @Test
  void copiedDirectory_isForeign() {
    Site site = Site.with(temp, "a");
    Path copy = site.write("a-copy/SKILL.md", site.read("a"));
    assertThat(site.decisions()).containsExactly(new Foreign(copy));
    site.write("skill-a/SKILL.md", Library.text("a", "Edited here."));
    assertThat(site.decisions())
        .containsExactly(
            new Foreign(copy),
            new Edited("a", 1, site.file("a"), Library.text("a", "Edited here.")));
    site.library.take("a", site.read("a"));
    site.library.become("a", SkillState.REJECTED);
    site.publish();
    assertThat(site.file("a")).doesNotExist();
    assertThat(copy).exists();
  }

  @Test
  void copyOfASkillOfAnotherScope_isForeign() {
    Site site = Site.with(temp, "a");
    site.library.add("beside", Scope.of("shop/ana"));
    Path file = site.write("skill-beside/SKILL.md", Library.text("beside", "Do it right."));
    assertThat(site.decisions()).containsExactly(new Foreign(file));
    site.publish();
    assertThat(file).exists();
  }

  @Test
  void renamedDirectory_isARenameWhereASkillMayBeCalledSo() {
    Site site = Site.with(temp, "a", "b");
    site.move("skill-a", "better");
    assertThat(site.decisions()).containsExactly(new Renamed("a", "better"));
    site.library.rename("a", "better");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).containsExactly(site.directory.resolve("better/SKILL.md"));
    assertThat(site.decisions()).isEmpty();
    assertThat(site.everything().keySet())
        .containsExactly("better", "better/SKILL.md", "skill-b", "skill-b/SKILL.md");
  }

  @Test
  void renamedSkill_takesItsFileAlong() {
    Site site = Site.with(temp, "a", "b");
    site.library.rename("a", "better");
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.directory.resolve("better/SKILL.md"));
    assertThat(report.removed()).containsExactly(site.file("a"));
    assertThat(site.everything().keySet())
        .containsExactly("better", "better/SKILL.md", "skill-b", "skill-b/SKILL.md");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).isEmpty();
  }

  @Test
  void renamedSkillWhoseNewPlaceIsTaken_staysWhereItIs() {
    Site site = Site.with(temp, "a", "b");
    site.write("better/notes.md", "mine");
    String text = site.read("a");
    site.library.rename("a", "better");
    assertThat(site.publish().problems())
        .containsExactly("better/SKILL.md: something that is not ours has this place");
    assertThat(site.read("a")).isEqualTo(text);
    assertThat(site.decisions()).isEmpty();
    Site.delete(site.directory.resolve("better"));
    assertThat(site.publish().problems()).isEmpty();
    assertThat(site.file("a")).doesNotExist();
  }

  @Test
  void directoryPutAway_isFollowed() {
    Site site = Site.with(temp, "a", "b");
    site.move("skill-a", "archive/Not Now");
    Path moved = site.directory.resolve("archive/Not Now/SKILL.md");
    assertThat(site.decisions()).isEmpty();
    PublishReport report = site.publish();
    assertThat(report).isEqualTo(new PublishReport(List.of(), List.of(), 2, List.of()));
    assertThat(site.file("a")).doesNotExist();

    site.library.revise("a", "New.");
    assertThat(site.publish().written()).containsExactly(moved);
    site.library.rename("a", "better");
    assertThat(site.publish().written()).containsExactly(moved);
    Site.delete(Site.above(moved));
    assertThat(site.decisions()).containsExactly(new Deleted("a"));
  }

  @Test
  void renamedAndEdited_isAnEdit() {
    Site site = Site.with(temp, "a", "b");
    site.move("skill-a", "better");
    String text = Library.text("a", "Mine.");
    Path moved = site.write("better/SKILL.md", text);
    assertThat(site.decisions()).containsExactly(new Edited("a", 1, moved, text));
  }

  @Test
  void brokenFrontMatter_isReportedAndLeft() {
    Site site = Site.with(temp, "a", "b");
    site.write("skill-a/SKILL.md", "---\nname: [\n---\nx");
    site.library.revise("a", "New.");
    assertThat(site.decisions()).singleElement().isInstanceOf(Unreadable.class);
    assertThat(((Unreadable) site.decisions().get(0)).message()).startsWith("line 2: ");
    assertThat(site.publish().problems()).hasSize(1);
    assertThat(site.read("a")).isEqualTo("---\nname: [\n---\nx");
    assertThat(site.decisions()).hasSize(1);

    site.library.become("a", SkillState.UNUSED);
    site.publish();
    assertThat(site.file("a")).exists();

    site.write("skill-a/SKILL.md", Library.text("a", "Do it right."));
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().removed()).containsExactly(site.file("a"));
  }

  @Test
  void halfWrittenFile_isNoDecision() throws Exception {
    Site site = Site.with(temp, "a", "b");
    String text = Library.text("a", "Überall gründlich prüfen.\n\nDann \uD83D\uDE00 buchen.");
    site.library.take("a", text);
    site.publish();
    byte[] whole = text.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(site.file("a"), Arrays.copyOf(whole, length));
      boolean wholeLines = length > 0 && (whole[length] == '\n' || whole[length - 1] == '\n');
      if (!wholeLines) {
        assertThat(site.decisions())
            .as("%s bytes", length)
            .singleElement()
            .isInstanceOf(Unreadable.class);
      }
      assertThat(site.publish().written()).isEmpty();
    }
    Files.write(site.file("a"), whole);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).isEmpty();
  }

  @Test
  void unfinishedMerge_isNoDecision() {
    Site site = Site.with(temp, "a", "b");
    String text =
        Library.text("a", "first\n<<<<<<< HEAD\nmine\n=======\nyours\n>>>>>>> theirs\nlast");
    site.write("skill-a/SKILL.md", text);
    site.library.revise("a", "New.");
    assertThat(site.decisions()).singleElement().isInstanceOf(Unreadable.class);
    assertThat(site.publish().written()).isEmpty();
    assertThat(site.read("a")).isEqualTo(text);

    String chosen = Library.text("a", "first\nmine\nlast");
    site.write("skill-a/SKILL.md", chosen);
    assertThat(site.decisions()).containsExactly(new Edited("a", 1, site.file("a"), chosen));
  }

  @Test
  void hugeOrBinaryFile_isReported() throws Exception {
    Site site = Site.with(temp, "a");
    site.write("huge/SKILL.md", "---\nname: a\n---\n" + "x".repeat(1 << 20));
    Files.write(site.write("binary/SKILL.md", ""), new byte[] {'-', '-', '-', '\n', (byte) 0xC3});
    assertThat(site.decisions())
        .containsExactly(
            new Unreadable(site.directory.resolve("binary/SKILL.md"), "the file is not UTF-8"),
            new Unreadable(site.directory.resolve("huge/SKILL.md"), "larger than 1 MiB"));
  }

  @Test
  void otherFiles_areNotLookedAt() {
    Site site = Site.with(temp, "a");
    site.write("README.md", "x");
    site.write(".git/objects/SKILL.md", "x");
    site.write("skill-a/references/more.md", "x");
    site.write("1/2/3/4/5/6/SKILL.md", "x");
    assertThat(site.decisions()).isEmpty();
    site.write("1/2/3/4/5/SKILL.md", "x");
    assertThat(site.decisions()).hasSize(1);
  }

  @Test
  void tooManyDirectories_meanNoDeletion() {
    Site site = Site.with(temp, "a", "b", "c", "d", "e");
    site.delete("a");
    for (int i = 0; i < TreeScan.DIRECTORIES; i++) {
      site.write("many/d" + i + "/x", "");
    }
    assertThat(site.decisions()).doesNotHaveAnyElementsOfTypes(Deleted.class);
    assertThat(site.publish().problems()).isNotEmpty();
    assertThat(site.everything()).containsKeys("skill-b/SKILL.md", "skill-c/SKILL.md");
  }
}
