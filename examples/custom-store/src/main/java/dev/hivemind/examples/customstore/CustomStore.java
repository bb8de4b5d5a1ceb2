package dev.hivemind.examples.customstore;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Learns one lesson into files of our own and shows where they are. */
public final class CustomStore {
  private CustomStore() {}

  /**
   * Runs.
   *
   * @param arguments the directory to use; none for a new one
   */
  public static void main(String[] arguments) throws IOException {
    Path home =
        arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("custom-store");
    Path rows = home.resolve("rows");
    try (FileSkillStore store = FileSkillStore.open(rows);
        Hivemind hivemind =
            Hivemind.builder().home(home.resolve("hivemind")).skillStore(store).open()) {
      System.out.println("recalled: " + learned(hivemind));
    }
    System.out.println("rows are in " + rows);
    for (Path row : files(rows)) {
      System.out.println("  " + row.getFileName() + ", " + Files.size(row) + " bytes");
    }
  }

  /** Corrects an agent once and returns what it is told before it does the same again. */
  static String learned(Hivemind hivemind) {
    Scope scope = Scope.of("payments-service");
    Session monday = Session.of(scope, "support-7").by(Author.operator("ana"));
    hivemind.record(monday.prompt("Give order 4711 its money back"));
    hivemind.record(monday.toolCall("c1", "refund", "{\"order\":4711}"));
    hivemind.record(monday.toolResult("c1", ToolStatus.OK, "refunded"));
    hivemind.record(
        monday.correction("c1", "No. Look first whether the settlement window is closed."));
    hivemind.flush(Duration.ofSeconds(10));

    Session tuesday = Session.of(scope, "support-8").by(Author.operator("ben"));
    return hivemind
        .recall(
            RecallContext.of(tuesday, "Order 77 came back, refund it")
                .beforeTool("refund", "{\"order\":77}")
                .sideEffecting())
        .text();
  }

  static List<Path> files(Path rows) {
    try (Stream<Path> all = Files.list(rows)) {
      return all.filter(file -> file.toString().endsWith(".row")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
