package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.SkillState;
import dev.hivemind.core.publish.FileDecision.Deleted;
import dev.hivemind.core.publish.FileDecision.Edited;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Crashes, races, links and things in the way. */
class PublisherSafetyTest {
  @TempDir Path temp;

  @Test
  void crashBeforeTheManifest_isNoEdit() {
    Site site = Site.with(temp, "a", "b");
    String manifest = Site.read(site.manifest());
    site.library.revise("a", "Second.");
    site.library.add("c");
    site.publish();
    Site.write(site.manifest(), manifest);
    site.restart();
    assertThat(site.decisions()).isEmpty();
    site.library.revise("a", "Third.");
    site.library.revise("c", "Second.");
    assertThat(site.decisions()).isEmpty();
    PublishReport report = site.publish();
    assertThat(report.problems()).isEmpty();
    assertThat(report.written()).containsExactly(site.file("a"), site.file("c"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
  void crashAfterARemoval_isNoDeletion(SkillState state) {
    Site site = Site.with(temp, "a", "b");
    String manifest = Site.read(site.manifest());
    site.library.become("a", state);
    site.publish();
    Site.write(site.manifest(), manifest);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).isEmpty();
    assertThat(Site.read(site.manifest())).doesNotContain("skill-a");
  }

  @Test
  void crashWhileWriting_leavesNothingBehind() throws Exception {
    Site site = Site.with(temp, "a");
    site.library.add("b");
    Files.createDirectory(site.directory.resolve("skill-b"));
    String owner = Hash.brief(site.home.toString());
    Path leftover = site.write(".hivemind-" + owner + ".tmp", "---\nna");
    site.restart();
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).containsExactly(site.file("b"));
    assertThat(leftover).doesNotExist();
    assertThat(site.publish().problems()).isEmpty();
  }

  @Test
  void editBetweenDecisionsAndPublish_isKept() {
    Site site = Site.with(temp, "a");
    assertThat(site.decisions()).isEmpty();
    site.library.revise("a", "New.");
    String text = Library.text("a", "Saved just now.");
    site.write("skill-a/SKILL.md", text);
    assertThat(site.publish().problems()).hasSize(1);
    assertThat(site.read("a")).isEqualTo(text);
    assertThat(site.decisions()).containsExactly(new Edited("a", 1, site.file("a"), text));
  }

  @Test
  void foreignDirectory_keepsItsName() {
    Site site = Site.with(temp, "a");
    site.library.add("b");
    site.library.add("c");
    site.library.add("d");
    Path foreign = site.write("skill-b/SKILL.md", "---\nname: skill-b\ndescription: x\n---\nMine.");
    Path notes = site.write("skill-c/notes.md", "mine");
    Path file = site.write("skill-d", "mine");
    PublishReport report = site.publish();
    assertThat(report.written()).isEmpty();
    assertThat(report.problems())
        .containsExactly(
            "skill-b/SKILL.md: something that is not ours has this place",
            "skill-c/SKILL.md: something that is not ours has this place",
            "skill-d/SKILL.md: something that is not ours has this place");
    assertThat(Site.read(foreign)).contains("Mine.");
    assertThat(notes.getParent()).isDirectoryNotContaining("glob:**SKILL.md");
    assertThat(Site.read(file)).isEqualTo("mine");
    assertThat(site.decisions()).hasSize(1);

    Site.delete(Site.above(notes));
    assertThat(site.publish().written()).containsExactly(site.file("c"));
  }

  @Test
  void links_areNeverFollowed() throws Exception {
    Site site = Site.with(temp, "a", "b", "c", "d", "e");
    Path outside = temp.toRealPath().resolve("outside");
    Path victim = Site.write(outside.resolve("SKILL.md"), Library.text("x", "Secret."));
    site.delete("a");
    Files.createSymbolicLink(site.directory.resolve("skill-a"), outside);
    Files.delete(site.file("b"));
    Files.createSymbolicLink(site.file("b"), victim);
    Files.createSymbolicLink(site.directory.resolve("skill-new"), outside);
    site.library.revise("a", "New.");
    site.library.revise("b", "New.");
    site.library.add("new");
    assertThat(site.decisions()).isEmpty();
    PublishReport report = site.publish();
    assertThat(report.written()).isEmpty();
    assertThat(report.problems()).hasSize(3);
    assertThat(Site.read(victim)).isEqualTo(Library.text("x", "Secret."));
    assertThat(outside).isDirectoryNotContaining("glob:**.tmp");

    site.library.become("a", SkillState.REJECTED);
    site.library.become("b", SkillState.REJECTED);
    assertThat(site.publish().removed()).isEmpty();
    assertThat(victim).exists();
  }

  @Test
  void linkToTheRoot_isTheRoot() throws Exception {
    Site site = Site.with(temp, "a", "b");
    Path link = Files.createSymbolicLink(temp.toRealPath().resolve("link"), site.directory);
    Root same = new Root(link, Library.SHOP, Root.Holds.VISIBLE_THERE);
    assertThat(site.publisher.publish(same, site.library.active(), site.library))
        .isEqualTo(new PublishReport(List.of(), List.of(), 2, List.of()));
    site.delete("a");
    assertThat(site.publisher.decisions(same, site.library)).containsExactly(new Deleted("a"));
  }

  @Test
  void fileInPlaceOfTheRoot_isReported() {
    Site site = new Site(temp);
    site.library.add("a");
    Site.write(site.directory, "a file");
    assertThat(site.decisions())
        .containsExactly(
            new FileDecision.Unreadable(site.directory, "the root is not a directory"));
    PublishReport report = site.publish();
    assertThat(report.problems()).isNotEmpty();
    assertThat(report.written()).isEmpty();
    assertThat(Site.read(site.directory)).isEqualTo("a file");
  }

  @Test
  void fileAboveTheRoot_isReported() {
    Site site = new Site(temp);
    site.library.add("a");
    Site.write(Site.above(site.directory), "a file");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().problems()).hasSize(1);
  }

  @Test
  void manifestThatCannotBeWritten_isReportedAndMadeUpLater() throws Exception {
    Site site = new Site(temp);
    site.library.add("a");
    Path blocked = Site.write(site.home.resolve("roots"), "a file");
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.file("a"));
    assertThat(report.problems()).singleElement().asString().contains("manifest");
    Files.delete(blocked);
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish()).isEqualTo(new PublishReport(List.of(), List.of(), 1, List.of()));
    site.delete("a");
    assertThat(site.decisions()).containsExactly(new Deleted("a"));
  }

  @Test
  void oneFailure_doesNotStopTheRest() throws Exception {
    Site site = Site.with(temp, "b");
    site.library.add("a");
    site.library.add("c");
    site.write("skill-a", "in the way");
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.file("c"));
    assertThat(report.problems()).hasSize(1);
    assertThat(site.everything())
        .containsEntry("skill-a", "in the way")
        .containsAllEntriesOf(Map.of("skill-c/SKILL.md", Library.text("c", "Do it right.")));
  }
}
