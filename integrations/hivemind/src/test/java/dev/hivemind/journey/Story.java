package dev.hivemind.journey;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.time.Duration;

/** The smallest story that teaches: a refund, its correction, and the same situation again. */
final class Story {
  static final Scope SCOPE = Scope.of("payments-service");
  static final String LESSON = "Check the settlement window before you refund.";

  private Story() {}

  static void teach(Hivemind hivemind) {
    teach(hivemind, SCOPE, Author.operator("ana"), LESSON);
  }

  static void teach(Hivemind hivemind, Scope scope, Author author, String lesson) {
    Session monday = Session.of(scope, "monday").by(author);
    hivemind.record(monday.prompt("Refund order 1234"));
    hivemind.record(monday.toolCall("c1", "refund", "{\"order\":1234}"));
    hivemind.record(monday.toolResult("c1", ToolStatus.OK, "refunded"));
    hivemind.record(monday.correction("c1", "No. " + lesson));
  }

  static Recall ask(Hivemind hivemind) {
    return ask(hivemind, SCOPE, "tuesday");
  }

  static Recall ask(Hivemind hivemind, Scope scope, String session) {
    Session tuesday = Session.of(scope, session).by(Author.operator("ben"));
    return hivemind.recall(
        RecallContext.of(tuesday, "Refund order 77")
            .beforeTool("refund", "{\"order\":77}")
            .sideEffecting());
  }

  static Duration patience() {
    return Duration.ofSeconds(20);
  }
}
