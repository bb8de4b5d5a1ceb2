package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.hivemind.core.publish.FileDecision.Deleted;
import dev.hivemind.core.publish.FileDecision.Edited;
import dev.hivemind.core.publish.FileDecision.Renamed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roots on file systems that ignore case, spell names their own way, are full or read-only. */
class FileSystemsTest {
  @TempDir Path temp;

  private enum Kind {
    WINDOWS(Configuration.windows()),
    MAC(Configuration.osX()),
    UNIX(Configuration.unix());

    @SuppressWarnings("ImmutableEnumChecker")
    private final Configuration configuration;

    Kind(Configuration configuration) {
      this.configuration = configuration;
    }
  }

  private static Site site(FileSystem system) throws IOException {
    Path temp = system.getRootDirectories().iterator().next().resolve("tmp");
    Site site = new Site(Files.createDirectories(temp));
    List.of("a", "b").forEach(site.library::add);
    site.publish();
    return site;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatPeopleDo_isUnderstoodOnEveryFileSystem(Kind kind) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(kind.configuration)) {
      Site site = site(system);
      assertThat(site.read("a")).isEqualTo(Library.text("a", "Do it right."));
      assertThat(site.decisions()).isEmpty();

      String text = Library.text("a", "As I say.");
      site.write("skill-a/SKILL.md", text);
      site.restart();
      assertThat(site.decisions()).containsExactly(new Edited("a", 1, site.file("a"), text));
      site.library.take("a", text);
      site.move("skill-b", "better");
      assertThat(site.decisions()).containsExactly(new Renamed("b", "better"));
      site.library.rename("b", "better");
      assertThat(site.publish().problems()).isEmpty();
      Site.delete(site.directory.resolve("better"));
      assertThat(site.decisions()).containsExactly(new Deleted("b"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, names = "UNIX", mode = EnumSource.Mode.EXCLUDE)
  void namesInOtherLetters_areTheSameFile(Kind kind) throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(kind.configuration)) {
      Site site = site(system);
      site.move("skill-a", "x");
      site.move("x", "Skill-A");
      assertThat(site.decisions()).isEmpty();
      site.library.revise("a", "New.");
      assertThat(site.publish().problems()).isEmpty();
      assertThat(site.read("a")).isEqualTo(Library.text("a", "New."));

      site.library.add("c");
      Path foreign = site.write("SKILL-C/Skill.md", "mine");
      assertThat(site.publish().problems())
          .containsExactly("skill-c/SKILL.md: something that is not ours has this place");
      assertThat(Site.read(foreign)).isEqualTo("mine");
    }
  }

  @Test
  void foreignNamesInEitherUnicodeForm_areNotTouched() throws IOException {
    try (FileSystem system = Jimfs.newFileSystem(Configuration.osX())) {
      Site site = site(system);
      Path composed = site.write("\u00FCber/SKILL.md", "---\nname: u\ndescription: u\n---\nMine.");
      site.publish();
      assertThat(Site.read(composed)).contains("Mine.");
      assertThat(Files.exists(site.directory.resolve("u\u0308ber/SKILL.md"))).isTrue();
      assertThat(site.decisions()).hasSize(1);
    }
  }

  @Test
  void fullFileSystem_isReportedAndLosesNothing() throws IOException {
    Configuration small =
        Configuration.unix().toBuilder().setBlockSize(1024).setMaxSize(16 * 1024).build();
    try (FileSystem system = Jimfs.newFileSystem(small)) {
      Site site = site(system);
      String text = site.read("a");
      site.library.revise("a", "long ".repeat(20_000));
      assertThat(site.publish().problems()).isNotEmpty();
      assertThat(site.read("a")).isEqualTo(text);
      assertThat(site.decisions()).isEmpty();
      site.library.revise("a", "Short.");
      assertThat(site.publish().problems()).isEmpty();
    }
  }

  @Test
  void readOnlyFileSystem_isReportedAndDoesNoHarm() {
    Path image = Path.of(URI.create("jrt:/modules/java.base/skills"));
    assertReported(image);
    Path proc = Path.of("/proc/self/skills");
    assumeTrue(Files.isDirectory(proc.getParent()));
    assertReported(proc);
  }

  private void assertReported(Path directory) {
    Site site = new Site(temp);
    site.library.add("a");
    Root root = new Root(directory, Library.SHOP, Root.Holds.VISIBLE_THERE);
    for (int i = 0; i < 2; i++) {
      PublishReport report = site.publisher.publish(root, site.library.active(), site.library);
      assertThat(report.problems()).isNotEmpty();
      assertThat(report.written()).isEmpty();
      assertThat(site.publisher.decisions(root, site.library)).isEmpty();
    }
    assertThat(site.publish().problems()).isEmpty();
  }
}
