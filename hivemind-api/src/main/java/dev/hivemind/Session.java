package dev.hivemind;

import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.AgentEvent.Interrupted;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Response;
import dev.hivemind.AgentEvent.Revert;
import dev.hivemind.AgentEvent.SessionEnd;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.AgentEvent.TurnEnd;

/**
 * One conversation of one agent: an identity, and the factory of its events. Immutable, so it may
 * hop threads.
 *
 * <p>Every factory throws {@link NullPointerException} for {@code null} and {@link
 * IllegalArgumentException} for a blank id, naming the argument. Text may be empty and of any
 * length; what exceeds the limit for an event is cut when it is recorded.
 *
 * @param scope where the conversation takes place
 * @param id unique within the workspace, not blank
 * @param author whose words and acts the events are; see {@link #by}
 */
public record Session(Scope scope, String id, Author author) {
  /** Validates. */
  public Session {
    Check.notNull("scope", scope);
    Check.id("session id", id);
    Check.notNull("author", author);
  }

  /**
   * Returns a session whose author is an end user known only by the session's id: nobody's word
   * teaches others until the host says whose it is.
   */
  public static Session of(Scope scope, String id) {
    return new Session(scope, id, Author.endUser(Check.id("session id", id)));
  }

  /**
   * Returns this session with another author: for the whole conversation, or for one event of it.
   */
  public Session by(Author other) {
    return new Session(scope, id, other);
  }

  /** Returns a prompt: the person's own words, before memory or retrieval added to them. */
  public Prompt prompt(String text) {
    return new Prompt(this, Check.notNull("text", text));
  }

  /** Returns a tool call; the arguments are JSON text as a rule. */
  public ToolCall toolCall(String call, String tool, String arguments) {
    return toolCall(call, tool, arguments, "");
  }

  /** Returns a call of a tool whose version is known. */
  public ToolCall toolCall(String call, String tool, String arguments, String toolVersion) {
    return new ToolCall(
        this,
        Check.id("call id", call),
        Check.id("tool", tool),
        Check.notNull("arguments", arguments),
        Check.notNull("tool version", toolVersion));
  }

  /** Returns the end of a tool call. */
  public ToolResult toolResult(String call, ToolStatus status, String output) {
    return new ToolResult(
        this,
        Check.id("call id", call),
        Check.notNull("status", status),
        Check.notNull("output", output));
  }

  /** Returns an answer of the agent. */
  public Response response(String text) {
    return new Response(this, Check.notNull("text", text));
  }

  /** Returns a correction of the latest act. */
  public Correction correction(String text) {
    return new Correction(this, "", Check.notNull("text", text), "", "");
  }

  /** Returns a correction of a call. */
  public Correction correction(String call, String text) {
    return correctedArguments(call, text, "");
  }

  /** Returns a correction of a call that gives the arguments wanted instead. */
  public Correction correctedArguments(String call, String text, String arguments) {
    return new Correction(
        this,
        Check.id("call id", call),
        Check.notNull("text", text),
        Check.notNull("arguments", arguments),
        "");
  }

  /** Returns a correction of the latest answer that gives the answer wanted instead. */
  public Correction correctedAnswer(String text, String answer) {
    return new Correction(
        this, "", Check.notNull("text", text), "", Check.notNull("answer", answer));
  }

  /** Returns that a person let a call go ahead. */
  public Approval approved(String call) {
    return new Approval(this, Check.id("call id", call), Verdict.APPROVED, "", "");
  }

  /** Returns that a person refused a call; the reason may be empty. */
  public Approval rejected(String call, String reason) {
    return new Approval(
        this, Check.id("call id", call), Verdict.REJECTED, Check.notNull("reason", reason), "");
  }

  /** Returns that a person let a call go ahead with other arguments; the reason may be empty. */
  public Approval edited(String call, String arguments, String reason) {
    return new Approval(
        this,
        Check.id("call id", call),
        Verdict.EDITED,
        Check.notNull("reason", reason),
        Check.notNull("arguments", arguments));
  }

  /** Returns that this session's author changed a file; use {@link #by} first if another did. */
  public Edit edit(String path, String before, String after) {
    return new Edit(
        this,
        Check.id("path", path),
        Check.notNull("before", before),
        Check.notNull("after", after));
  }

  /** Returns that this session's author changed the latest answer. */
  public Edit editedAnswer(String before, String after) {
    return new Edit(this, "", Check.notNull("before", before), Check.notNull("after", after));
  }

  /** Returns that this session's author undid what a call had done. */
  public Revert revert(String call) {
    return new Revert(this, Check.id("call id", call));
  }

  /** Returns that the person stopped the agent in the middle. */
  public Interrupted interrupted() {
    return new Interrupted(this);
  }

  /** Returns that the agent waits for the person again. */
  public TurnEnd turnEnd() {
    return new TurnEnd(this);
  }

  /** Returns that nothing more will happen. */
  public SessionEnd sessionEnd() {
    return new SessionEnd(this);
  }
}
