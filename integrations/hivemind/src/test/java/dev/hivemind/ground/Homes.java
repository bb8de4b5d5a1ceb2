package dev.hivemind.ground;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.testkit.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Homes on a disk, what is in them, and a lesson to put there. */
final class Homes {
  static final Duration PATIENCE = Duration.ofMinutes(1);
  static final Scope SCOPE = Scope.of("payments");
  static final Author ANA = Author.operator("ana");

  private Homes() {}

  static Path database(Path home) {
    return home.resolve("data/hivemind.mv.db");
  }

  static void teach(Hivemind hivemind, String tool, String lesson) {
    Story.in(Session.of(SCOPE, "about " + tool).by(ANA))
        .prompt("Please " + tool.replace('_', ' ') + " number 12")
        .call(tool, "{\"number\":12}")
        .ok("done")
        .correction("No. " + lesson)
        .recordTo(hivemind);
  }

  static Recall ask(Hivemind hivemind, String tool, String session) {
    Session asking = Session.of(SCOPE, session).by(Author.operator("ben"));
    return hivemind.recall(
        RecallContext.of(asking, "Please " + tool.replace('_', ' ') + " number 77")
            .beforeTool(tool, "{\"number\":77}")
            .sideEffecting());
  }

  static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
