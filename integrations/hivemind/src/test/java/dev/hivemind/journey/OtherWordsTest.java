package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The call counts, not how its task is put: the same call in other words is held too. */
class OtherWordsTest {
  @TempDir Path home;

  private Advice asked(String taught, String task, String tool, String arguments) {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Session monday = Session.of(Story.SCOPE, "monday").by(Author.operator("ana"));
      hivemind.record(monday.prompt("Refund order 1234"));
      hivemind.record(monday.toolCall("c1", "refund", taught));
      hivemind.record(monday.toolResult("c1", ToolStatus.OK, "refunded"));
      hivemind.record(monday.correction("c1", "No. " + Story.LESSON));
      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      Session tuesday = Session.of(Story.SCOPE, "tuesday").by(Author.operator("ben"));
      RecallContext context = RecallContext.of(tuesday, task);
      return hivemind.recall(context.beforeTool(tool, arguments).sideEffecting()).advice();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Refund order 77",
        "Process the queue of refunds",
        "Please give the customer his money back for order 77",
        "Order 77 arrived broken, sort it out",
        "The customer complained",
        "ok go on",
        ""
      })
  void call_ofATask_inOtherWords_isHeld(String task) {
    assertThat(asked("{\"order\":1234}", task, "refund", "{\"order\":77}"))
        .isInstanceOf(Advice.Hold.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Refund order 77", "The customer complained", "ok go on"})
  void call_withoutArguments_isHeld(String task) {
    assertThat(asked("{}", task, "refund", "{}")).isInstanceOf(Advice.Hold.class);
  }

  @ParameterizedTest
  @CsvSource({"The customer complained,lookup", "ok go on,send_mail", "Where is order 77,track"})
  void call_ofAnotherTool_goesAhead(String task, String tool) {
    assertThat(asked("{\"order\":1234}", task, tool, "{\"order\":77}"))
        .isInstanceOf(Advice.Proceed.class);
  }
}
