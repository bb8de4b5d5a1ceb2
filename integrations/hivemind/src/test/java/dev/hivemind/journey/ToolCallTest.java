package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said before a call: only where the call does again what was wrong. */
class ToolCallTest {
  private static final Scope SCOPE = Scope.of("garden");
  private static final Session LATER = Session.of(SCOPE, "later").by(Author.operator("ben"));

  @TempDir Path home;
  private Hivemind hivemind;

  @BeforeEach
  void open() {
    hivemind = Hivemind.open(home);
  }

  @AfterEach
  void close() {
    hivemind.close();
  }

  private void teach(String task, String tool, String arguments, String lesson) {
    Session session = Session.of(SCOPE, "earlier").by(Author.operator("ana"));
    hivemind.record(session.prompt(task));
    hivemind.record(session.toolCall("c1", tool, arguments));
    hivemind.record(session.rejected("c1", lesson));
    hivemind.record(session.toolResult("c1", ToolStatus.REJECTED, "rejected"));
    hivemind.record(session.sessionEnd());
    hivemind.flush(Story.patience());
    assertThat(hivemind.skills(SCOPE).list()).isNotEmpty();
  }

  private Advice before(String task, String tool, String arguments) {
    return hivemind
        .recall(RecallContext.of(LATER, task).beforeTool(tool, arguments).sideEffecting())
        .advice();
  }

  @Test
  void shell_thatDoesTheSameAgain_isHeld() {
    teach(
        "the seeds table is a mess",
        "shell",
        "{\"command\":\"dropdb --force seeds\"}",
        "Never drop the seeds database, restore the nightly dump instead.");

    assertThat(before("begin anew", "shell", "{\"command\":\"dropdb --force seeds_test\"}"))
        .isInstanceOf(Advice.Hold.class);
  }

  @Test
  void shell_thatDoesSomethingElse_goesOn() {
    teach(
        "the seeds table is a mess",
        "shell",
        "{\"command\":\"dropdb --force seeds\"}",
        "Never drop the seeds database, restore the nightly dump instead.");

    assertThat(before("what is there", "shell", "{\"command\":\"ls -la beds/\"}"))
        .isInstanceOf(Advice.Proceed.class);
    assertThat(before("run the checks", "shell", "{\"command\":\"npm run check\"}"))
        .isInstanceOf(Advice.Proceed.class);
  }

  @Test
  void editor_onAnotherFileWithOtherWords_goesOn() {
    teach(
        "water the tomatoes later",
        "edit",
        "{\"path\":\"plans/summer.md\",\"old\":\"water at noon\",\"new\":\"water at one\"}",
        "Never water in the sun, move it to the evening.");

    assertThat(
            before(
                "rename the shed",
                "edit",
                "{\"path\":\"maps/yard.svg\",\"old\":\"shed\",\"new\":\"tool house\"}"))
        .isInstanceOf(Advice.Proceed.class);
  }

  @Test
  void callsMadeAtOnce_areEachHeld_andEachGoesThroughTheSecondTime() {
    Story.teach(hivemind, SCOPE, Author.operator("ana"), Story.LESSON);
    hivemind.flush(Story.patience());

    assertThat(before("Refund both", "refund", "{\"order\":1}")).isInstanceOf(Advice.Hold.class);
    assertThat(before("Refund both", "refund", "{\"order\":2}")).isInstanceOf(Advice.Hold.class);
    assertThat(before("Refund both", "refund", "{\"order\":1}")).isInstanceOf(Advice.Proceed.class);
    assertThat(before("Refund both", "refund", "{\"order\":2}")).isInstanceOf(Advice.Proceed.class);
  }

  @Test
  void call_madeAfterTheLessonWasHeard_goesThrough() {
    Story.teach(hivemind, SCOPE, Author.operator("ana"), Story.LESSON);
    hivemind.flush(Story.patience());

    assertThat(before("Refund it", "refund", "{\"order\":1}")).isInstanceOf(Advice.Hold.class);
    hivemind.record(LATER.toolResult("c7", ToolStatus.HELD, "a lesson"));

    assertThat(before("Refund it", "refund", "{\"order\":1,\"checked\":true}"))
        .isInstanceOf(Advice.Proceed.class);
  }
}
