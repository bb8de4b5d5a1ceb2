package dev.hivemind.examples.quickstart;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.FlushReport;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An agent refunds an order wrongly on Monday, is corrected once, and is held before it makes the
 * same mistake on Tuesday. No key, no server, no network; the model is three lines of script, so
 * that every run is the same.
 *
 * <p>The argument is the home to use; without one it is a new temporary directory.
 */
public final class Quickstart {
  private static final Scope SCOPE = Scope.of("payments-service");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Hivemind hivemind;
  private final PrintStream out;

  private Quickstart(Hivemind hivemind, PrintStream out) {
    this.hivemind = hivemind;
    this.out = out;
  }

  /** Runs the story and fails loudly if it does not end as told. */
  public static void main(String[] args) throws IOException {
    run(args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("hivemind-"), System.out);
  }

  /**
   * Runs the story in a home.
   *
   * @throws IllegalStateException if the second wrong refund was not held
   */
  static void run(Path home, PrintStream out) {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Quickstart story = new Quickstart(hivemind, out);
      story.monday();
      story.learned(home);
      story.tuesday();
    }
    out.println();
    out.println("Everything is below " + home + ": delete the directory to forget it.");
  }

  private void monday() {
    Session monday = Session.of(SCOPE, "support-7").by(Author.operator("ana"));

    heading("1. Monday: the agent refunds without looking");
    String task = "Give order 4711 its money back";
    hivemind.record(monday.prompt(task));
    said("ana", task);
    dispatch(monday, task, new Call("c1", "refund", "{\"order\":4711}", "refunded"));
    out.println();
    out.println("The tool is content, and it was wrong all the same.");

    heading("2. Ana, who runs the agent, corrects it once");
    String correction = "No. Look first whether the settlement window is closed.";
    hivemind.record(monday.correction("c1", correction));
    said("ana", correction);

    FlushReport flushed = hivemind.flush(PATIENCE);
    if (!flushed.complete()) {
      throw new IllegalStateException("not learned yet: " + flushed);
    }
  }

  private void learned(Path home) {
    heading("3. What Hivemind made of it: a file you can read, edit and delete");
    Path file = firstSkill(home.resolve("skills").resolve(SCOPE.workspace()));
    out.println("written " + file);
    out.println();
    try {
      Files.readString(file).lines().forEach(line -> out.println("  | " + line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tuesday() {
    Session tuesday = Session.of(SCOPE, "support-8").by(Author.operator("ben"));
    String task = "Order 77 came back, refund it";

    heading("4. Tuesday, another conversation: the same mistake is about to happen");
    hivemind.record(tuesday.prompt(task));
    said("ben", task);
    Recall recall = dispatch(tuesday, task, new Call("c1", "refund", "{\"order\":77}", "refunded"));
    if (!(recall.advice() instanceof Advice.Hold)) {
      throw new IllegalStateException(
          "the refund should have been held, but the advice was " + recall.advice());
    }

    heading("5. The model reads that in the tool's place, and does it right");
    dispatch(
        tuesday, task, new Call("c2", "settlement_window", "{\"order\":77}", "open until 18:00"));
    dispatch(tuesday, task, new Call("c3", "refund", "{\"order\":77}", "refunded"));
    out.println();
    out.println("Held once, not for ever: a lesson is advice, and the agent decides.");

    heading("6. Why it was held: hivemind.explain(scope, recall)");
    out.print(
        hivemind.explain(SCOPE, recall.id()).map(Object::toString).orElse("unknown recall\n"));
  }

  /** What a host does around each tool call: ask first, run it unless it is held, record both. */
  private Recall dispatch(Session session, String task, Call call) {
    said("agent", call.tool() + "(" + call.arguments() + ")");
    Recall recall =
        hivemind.recall(
            RecallContext.of(session, task)
                .beforeTool(call.tool(), call.arguments())
                .sideEffecting());
    hivemind.record(session.toolCall(call.id(), call.tool(), call.arguments()));
    if (recall.advice() instanceof Advice.Hold hold) {
      hivemind.record(session.toolResult(call.id(), ToolStatus.HELD, hold.text()));
      said("HELD", "the refund was not executed; the tool answered instead:");
      hold.text().lines().forEach(line -> out.println("  | " + line));
    } else {
      hivemind.record(session.toolResult(call.id(), ToolStatus.OK, call.answer()));
      said("tool", call.answer());
    }
    return recall;
  }

  private void heading(String text) {
    out.println();
    out.println("== " + text);
    out.println();
  }

  private void said(String who, String what) {
    out.printf("%6s: %s%n", who, what);
  }

  private static Path firstSkill(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> skills =
          files
              .filter(file -> file.endsWith("SKILL.md"))
              .sorted(Comparator.naturalOrder())
              .toList();
      if (skills.isEmpty()) {
        throw new IllegalStateException("no SKILL.md below " + root);
      }
      return skills.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A scripted tool call.
   *
   * @param id its id
   * @param tool the tool
   * @param arguments JSON text
   * @param answer what the tool returns if it is run
   */
  private record Call(String id, String tool, String arguments, String answer) {}
}
