package dev.hivemind.testkit;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What happened in one session, told in order. Calls are named {@code c1}, {@code c2} and so on; a
 * result, a verdict or a correction is about the latest of them. Immutable: each method returns a
 * longer story.
 *
 * <pre>{@code
 * Story monday = Story.in(session).prompt("Refund order 1234")
 *     .call("refund", "{\"order\":1234}").ok("refunded")
 *     .correction("No. Check the settlement window before you refund.");
 * }</pre>
 */
public final class Story {
  private final Session session;
  private final int calls;
  private final List<AgentEvent> events;

  private Story(Session session, int calls, List<AgentEvent> events) {
    this.session = session;
    this.calls = calls;
    this.events = events;
  }

  /** Returns the story of a session in which nothing has happened yet. */
  public static Story in(Session session) {
    return new Story(Objects.requireNonNull(session, "session"), 0, List.of());
  }

  /** Returns the session. */
  public Session session() {
    return session;
  }

  /** Returns what happened, in order. */
  public List<AgentEvent> events() {
    return events;
  }

  /** Records all of it, in order. */
  public void recordTo(Hivemind hivemind) {
    events.forEach(hivemind::record);
  }

  /** Returns this story told by another author from here on. */
  public Story by(Author author) {
    return new Story(session.by(author), calls, events);
  }

  /** Returns this story with an event of the session. */
  public Story then(AgentEvent event) {
    List<AgentEvent> longer = new ArrayList<>(events);
    longer.add(event);
    return new Story(session, calls, List.copyOf(longer));
  }

  /** Returns this story with a person's words. */
  public Story prompt(String text) {
    return then(session.prompt(text));
  }

  /** Returns this story with the agent's answer. */
  public Story response(String text) {
    return then(session.response(text));
  }

  /** Returns this story with a call of a tool. */
  public Story call(String tool, String arguments) {
    Story next = new Story(session, calls + 1, events);
    return next.then(session.toolCall(next.latest(), tool, arguments));
  }

  /** Returns this story with the end of the latest call. */
  public Story result(ToolStatus status, String output) {
    return then(session.toolResult(latest(), status, output));
  }

  /** Returns this story with the latest call done. */
  public Story ok(String output) {
    return result(ToolStatus.OK, output);
  }

  /** Returns this story with the latest call failed. */
  public Story error(String output) {
    return result(ToolStatus.ERROR, output);
  }

  /** Returns this story with a correction of the latest call, or of the latest act without one. */
  public Story correction(String text) {
    return then(calls == 0 ? session.correction(text) : session.correction(latest(), text));
  }

  /** Returns this story with a correction that gives the arguments wanted instead. */
  public Story correctedArguments(String text, String arguments) {
    return then(session.correctedArguments(latest(), text, arguments));
  }

  /** Returns this story with a person's consent to the latest call. */
  public Story approved() {
    return then(session.approved(latest()));
  }

  /** Returns this story with a person's refusal of the latest call. */
  public Story rejected(String reason) {
    return then(session.rejected(latest(), reason));
  }

  /** Returns this story with other arguments put in by a person for the latest call. */
  public Story edited(String arguments, String reason) {
    return then(session.edited(latest(), arguments, reason));
  }

  /** Returns this story with what the latest call did undone by a person. */
  public Story reverted() {
    return then(session.revert(latest()));
  }

  /** Returns this story with the end of a turn. */
  public Story turnEnd() {
    return then(session.turnEnd());
  }

  /** Returns this story at its end. */
  public Story end() {
    return then(session.sessionEnd());
  }

  private String latest() {
    if (calls == 0) {
      throw new IllegalStateException("no call was told yet: call(tool, arguments) comes first");
    }
    return "c" + calls;
  }

  @Override
  public String toString() {
    return "story of session " + session.id() + " in " + session.scope() + ": " + events;
  }
}
