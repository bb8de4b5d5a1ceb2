package dev.hivemind.testkit;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.util.List;

/** Evidence to try a codifier with: a refund that should have waited, and what differs from it. */
record Lessons(
    Kind kind,
    String id,
    String session,
    Author author,
    String tool,
    String task,
    String wanted,
    List<Change> changes) {
  private static final Scope SCOPE = Scope.of("payments-service");

  static Lessons of(Kind kind, String id) {
    return new Lessons(
        kind,
        id,
        "monday",
        Author.operator("ana"),
        "refund",
        "Refund order 1234",
        "No. Check the settlement window before you refund.",
        List.of());
  }

  Lessons in(String other) {
    return new Lessons(kind, id, other, author, tool, task, wanted, changes);
  }

  Lessons by(Author other) {
    return new Lessons(kind, id, session, other, tool, task, wanted, changes);
  }

  Lessons about(String otherTool, String otherTask) {
    return new Lessons(kind, id, session, author, otherTool, otherTask, wanted, changes);
  }

  Lessons wanting(String words) {
    return new Lessons(kind, id, session, author, tool, task, words, changes);
  }

  /** With one change; without any if all is empty. */
  Lessons changing(String path, String from, String to) {
    List<Change> one =
        (path + from + to).isEmpty() ? List.of() : List.of(new Change(path, from, to));
    return new Lessons(kind, id, session, author, tool, task, wanted, one);
  }

  Evidence evidence() {
    String arguments = "{\"order\":1234}";
    return new Evidence(
        id,
        kind,
        SCOPE,
        session,
        author,
        new Situation(tool, "", "order=<n>", "", task, arguments),
        tool + " " + arguments,
        wanted,
        "",
        changes,
        .99,
        List.of(new Signal("said", 4, "a person said so")),
        List.of("event of " + id),
        List.of(author.id()),
        Samples.NOON);
  }

  Skill skill(String skillId) {
    Evidence one = evidence();
    return new Skill(
        skillId,
        1,
        SCOPE,
        skillId,
        wanted,
        "---\nname: " + skillId + "\ndescription: \"" + tool + "\"\n---\n\n" + wanted + "\n",
        List.of(one.situation()),
        List.of(one),
        Role.OPERATOR,
        SkillState.ACTIVE,
        "",
        author,
        "learned",
        Samples.NOON);
  }
}
