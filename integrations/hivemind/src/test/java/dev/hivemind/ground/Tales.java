package dev.hivemind.ground;

import dev.hivemind.Author;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.testkit.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random stories, the same for the same seed: corrections, refusals, fix pairs and small talk. */
final class Tales {
  static final List<Scope> SCOPES =
      List.of(
          Scope.of("payments"),
          Scope.of("payments/refunds"),
          Scope.of("support"),
          Scope.of("support/mail/ana"));
  private static final List<Lesson> LESSONS =
      List.of(
          new Lesson("refund", "order", "Check the settlement window before you refund."),
          new Lesson("send_mail", "to", "Use the newsletter list for more than ten people."),
          new Lesson("delete_user", "user", "Export the account before you delete it."),
          new Lesson("book_room", "room", "Ask the front desk first, rooms are held by hand."),
          new Lesson("close_ticket", "ticket", "Write a summary before you close a ticket."));

  private final Random random;

  private record Lesson(String tool, String argument, String words) {
    String call(int number) {
      return "{\"" + argument + "\":" + (1_000 + number) + "}";
    }
  }

  Tales(long seed) {
    random = new Random(seed);
  }

  List<Story> some(int count) {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stories.add(one(i));
    }
    return stories;
  }

  private Story one(int number) {
    Scope scope = SCOPES.get(random.nextInt(SCOPES.size()));
    Lesson lesson = LESSONS.get(random.nextInt(LESSONS.size()));
    Session session = Session.of(scope, "session-" + number).by(Author.operator("ana"));
    Story begun =
        Story.in(session)
            .prompt("Please do " + lesson.tool().replace('_', ' ') + " for " + number)
            .call(lesson.tool(), lesson.call(number));
    return switch (random.nextInt(5)) {
      case 0, 1 -> begun.ok("done").correction("No. " + lesson.words()).end();
      case 2 -> begun.rejected(lesson.words()).end();
      case 3 ->
          begun
              .error("field missing: reason")
              .call(lesson.tool(), "{\"reason\":\"asked\",\"n\":" + number + "}")
              .ok("done")
              .end();
      default -> begun.ok("done").response("Done.").prompt("Thank you.").end();
    };
  }

  /** A recall that some lesson may answer, in a session of its own. */
  RecallContext question() {
    Lesson lesson = LESSONS.get(random.nextInt(LESSONS.size()));
    Scope scope = SCOPES.get(random.nextInt(SCOPES.size()));
    Session asking = Session.of(scope, "asking").by(Author.operator("ben"));
    return RecallContext.of(asking, "Please do " + lesson.tool().replace('_', ' '))
        .beforeTool(lesson.tool(), lesson.call(random.nextInt(100)))
        .sideEffecting();
  }
}
