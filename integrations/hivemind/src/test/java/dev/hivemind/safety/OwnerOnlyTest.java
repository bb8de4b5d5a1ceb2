package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.testkit.Story;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a home is for its owner only, even where the host's directory lets others in. */
class OwnerOnlyTest {
  @TempDir Path directory;

  @Test
  void home_thatLetsOthersIn_holdsNothingTheyCanRead() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Hivemind hivemind = Hivemind.open(home)) {
      Story.in(Session.of(Scope.of("shop"), "monday").by(Author.operator("ana")))
          .prompt("Refund order 42")
          .call("refund", "{\"order\":42}")
          .ok("done")
          .correction("Check the settlement window before you refund.")
          .end()
          .recordTo(hivemind);
      hivemind.flush(Duration.ofSeconds(60));
      assertThat(open(home)).isEmpty();
    }
    assertThat(open(home)).isEmpty();
  }

  // A file in a directory that others cannot enter is out of their reach whatever its own rights.
  private static List<String> open(Path home) throws IOException {
    List<String> open = new ArrayList<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.filter(one -> !one.equals(home)).toList()) {
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        boolean guarded = isOwners(path.resolveSibling(""));
        if (!rights.endsWith("------") && (Files.isDirectory(path) || !guarded)) {
          open.add(path + " " + rights);
        }
      }
    }
    return open;
  }

  private static boolean isOwners(Path directory) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))
        .endsWith("------");
  }
}
