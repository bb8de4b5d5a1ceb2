package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
  @TempDir Path temp;

  @Test
  void publish_writesTheExactText() {
    Site site = new Site(temp);
    Skill skill = site.library.add("a");
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.file("a"));
    assertThat(report.problems()).isEmpty();
    assertThat(site.everything())
        .isEqualTo(Map.of("skill-a", "", "skill-a/SKILL.md", skill.text()));
    assertThat(site.decisions()).isEmpty();
  }

  @Test
  void publish_againWritesNothing() throws Exception {
    Site site = Site.with(temp, "a", "b");
    FileTime past = FileTime.fromMillis(1_000);
    for (Path file : List.of(site.file("a"), site.file("b"), site.manifest(), site.directory)) {
      Files.setLastModifiedTime(file, past);
    }
    site.restart();
    PublishReport report = site.publish();
    assertThat(report).isEqualTo(new PublishReport(List.of(), List.of(), 2, List.of()));
    for (Path file : List.of(site.file("a"), site.file("b"), site.manifest(), site.directory)) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);
    }
  }

  @Test
  void publish_replacesWhatChanged() {
    Site site = Site.with(temp, "a", "b");
    site.library.revise("a", "Better.");
    PublishReport report = site.publish();
    assertThat(report.written()).containsExactly(site.file("a"));
    assertThat(report.unchanged()).isEqualTo(1);
    assertThat(site.read("a")).isEqualTo(Library.text("a", "Better."));
    assertThat(site.decisions()).isEmpty();
  }

  @Test
  void publish_removesWhatIsNoLongerActive() {
    Site site = Site.with(temp, "a", "b", "c");
    site.write("skill-b/notes.txt", "a person's");
    site.library.become("a", SkillState.SUSPENDED);
    site.library.become("b", SkillState.REJECTED);
    PublishReport report = site.publish();
    assertThat(report.removed()).containsExactly(site.file("a"), site.file("b"));
    assertThat(report.problems()).isEmpty();
    assertThat(site.everything().keySet())
        .containsExactly("skill-b", "skill-b/notes.txt", "skill-c", "skill-c/SKILL.md");
    assertThat(site.decisions()).isEmpty();
  }

  @Test
  void publish_removesWhatWasForgotten() {
    Site site = Site.with(temp, "a", "b", "c");
    site.write("skill-c/SKILL.md", site.read("c").replace("\n", " \r\n"));
    site.library.forget("a");
    site.library.forget("c");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().removed()).containsExactly(site.file("a"), site.file("c"));
    assertThat(Site.read(site.manifest())).doesNotContain("skill-a");
  }

  @Test
  void publish_bringsBackWhatWasRestored() {
    Site site = Site.with(temp, "a", "b");
    site.library.become("a", SkillState.REJECTED);
    site.publish();
    site.library.become("a", SkillState.ACTIVE);
    assertThat(site.publish().written()).containsExactly(site.file("a"));
  }

  @Test
  void publish_keepsToWhatTheRootAdmits() {
    Site site = Site.with(temp, "a");
    site.library.add("below", Scope.of("shop/ana"));
    site.library.add("beside", Scope.of("other"));
    List<Skill> all = new ArrayList<>(site.library.active());
    all.add(site.library.become("a", SkillState.CANDIDATE));
    PublishReport report = site.publisher.publish(site.root, all, site.library);
    assertThat(report.written()).isEmpty();
    assertThat(site.everything().keySet()).containsExactly("skill-a", "skill-a/SKILL.md");
  }

  @Test
  void publish_underTheHomeIsForTheOwnerOnly() throws Exception {
    Site site = new Site(temp);
    site.library.add("a");
    Root root = Root.of(site.home, Library.SHOP);
    site.publisher.publish(root, site.library.active(), site.library);
    Path file = root.directory().resolve("skill-a/SKILL.md");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(rights(Site.above(file))).isEqualTo("rwx------");
    assertThat(rights(root.directory())).isEqualTo("rwx------");
    assertThat(rights(site.home)).isEqualTo("rwx------");
    assertThat(rights(site.home.resolve("roots"))).isEqualTo("rwx------");
    assertThat(rights(site.manifest())).isEqualTo("rw-------");
  }

  @Test
  void publish_elsewhereFollowsTheUmask() throws Exception {
    Site site = Site.with(temp, "a");
    Path usual = Files.createFile(site.directory.resolve("usual"));
    assertThat(rights(site.file("a"))).isEqualTo(rights(usual));
    Path usualDirectory = Files.createDirectory(site.directory.resolve("usual-directory"));
    assertThat(rights(Site.above(site.file("a")))).isEqualTo(rights(usualDirectory));
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void publish_nothingCreatesNothing() {
    Site site = new Site(temp);
    assertThat(site.publish()).isEqualTo(new PublishReport(List.of(), List.of(), 0, List.of()));
    assertThat(site.directory).doesNotExist();
    assertThat(site.decisions()).isEmpty();
  }

  @Test
  void publish_refusesATextThatWouldBreakLoaders() {
    Site site = Site.with(temp, "a");
    site.library.take("a", "---\nname: broken");
    site.library.add("b");
    site.library.take("b", SkillFile.write("skill-b", "d", "b", Map.of()));
    PublishReport report = site.publish();
    assertThat(report.written()).isEmpty();
    assertThat(report.problems())
        .containsExactly(
            "skill-a: its text is not a SKILL.md: line 1: the front matter has no closing line"
                + " '---'",
            "skill-b: its text does not carry its id");
    assertThat(site.read("a")).isEqualTo(Library.text("a", "Do it right."));
  }

  @Test
  void publish_refusesANameThatLeadsElsewhere() {
    Site site = new Site(temp);
    Skill skill = Library.called(site.library.add("a"), "x/../../y");
    PublishReport report = site.publisher.publish(site.root, List.of(skill), site.library);
    assertThat(report.problems()).singleElement().asString().contains("not a name");
    assertThat(report.written()).isEmpty();
  }

  @Test
  void rootsOfOneHome_doNotMeet() {
    Site site = Site.with(temp, "a", "b", "c");
    Root second =
        new Root(site.directory.resolveSibling("second"), Library.SHOP, Root.Holds.SAVED_THERE);
    site.publisher.publish(second, site.library.active(), site.library);
    Site.delete(second.directory().resolve("skill-a"));
    assertThat(site.publisher.decisions(second, site.library))
        .containsExactly(new FileDecision.Deleted("a"));
    assertThat(site.decisions()).isEmpty();
  }

  @Test
  void withoutAHome_theManifestIsKeptInMemory() {
    Site site = new Site(temp);
    site.library.add("a");
    site.publisher = Publisher.withoutHome();
    site.publish();
    site.delete("a");
    assertThat(site.decisions()).containsExactly(new FileDecision.Deleted("a"));
    site.publisher = Publisher.withoutHome();
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).containsExactly(site.file("a"));
  }

  @Test
  void threeHundredSkills_arePublishedReadAndRemoved() {
    Site site = new Site(temp);
    for (int i = 0; i < 300; i++) {
      site.library.add("s" + i);
    }
    assertThat(site.publish().written()).hasSize(300);
    assertThat(site.publish().unchanged()).isEqualTo(300);
    assertThat(site.decisions()).isEmpty();
    for (int i = 0; i < 75; i++) {
      site.delete("s" + i);
    }
    assertThat(site.decisions()).hasSize(75).allMatch(d -> d instanceof FileDecision.Deleted);
    site.delete("s75");
    assertThat(site.decisions()).isEmpty();
    assertThat(site.publish().written()).hasSize(76);
    for (int i = 0; i < 300; i++) {
      site.library.become("s" + i, SkillState.UNUSED);
    }
    assertThat(site.publish().removed()).hasSize(300);
    assertThat(site.everything()).isEmpty();
  }

  @Test
  void home_thatIsAFileIsRefused() {
    Path file = Site.write(temp.resolve("file"), "x");
    assertThatThrownBy(() -> Publisher.of(file))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(file.toString());
  }
}
