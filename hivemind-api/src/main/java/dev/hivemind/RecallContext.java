package dev.hivemind;

import java.util.Set;

/**
 * What an agent is about to do: the task, the tools on offer, the call that waits, the error that
 * came before. Immutable; {@code with} by calling the methods that return a copy.
 *
 * <pre>{@code
 * RecallContext.of(session, "Refund order 77").offering(Set.of("refund", "lookup"))             // at the prompt
 * RecallContext.of(session, "Refund order 77").beforeTool("refund", "{\"order\":77}").sideEffecting()  // before dispatch
 * }</pre>
 *
 * @param session who asks, and where; it bounds what can be seen
 * @param task the person's words the agent works on; may be empty
 * @param toolsOffered names of the tools the model may choose from; empty if unknown
 * @param tool the tool about to be called, or empty at the prompt
 * @param arguments the waiting call's arguments as JSON text, or empty
 * @param toolVersion the waiting tool's version, or empty
 * @param lastError the error the agent has just seen, or empty
 * @param sideEffects whether the host declared that the waiting call changes something outside the
 *     agent
 */
public record RecallContext(
    Session session,
    String task,
    Set<String> toolsOffered,
    String tool,
    String arguments,
    String toolVersion,
    String lastError,
    boolean sideEffects) {

  /** Validates and copies. */
  public RecallContext {
    Check.notNull("tools offered", toolsOffered).forEach(one -> Check.notNull("tool offered", one));
    Check.notNull("session", session);
    Check.notNull("task", task);
    toolsOffered = Set.copyOf(toolsOffered);
    Check.notNull("tool", tool);
    Check.notNull("arguments", arguments);
    Check.notNull("tool version", toolVersion);
    Check.notNull("last error", lastError);
  }

  /** Returns the context of a task at the prompt. */
  public static RecallContext of(Session session, String task) {
    return new RecallContext(session, task, Set.of(), "", "", "", "", false);
  }

  /** Returns this context with the names of the tools the model may choose from. */
  public RecallContext offering(Set<String> tools) {
    return new RecallContext(
        session, task, tools, tool, arguments, toolVersion, lastError, sideEffects);
  }

  /** Returns this context right before a call, with its arguments as JSON text. */
  public RecallContext beforeTool(String name, String json) {
    return new RecallContext(
        session,
        task,
        toolsOffered,
        Check.id("tool", name),
        json,
        toolVersion,
        lastError,
        sideEffects);
  }

  /** Returns this context with the version of the waiting tool. */
  public RecallContext toolVersion(String version) {
    return new RecallContext(
        session, task, toolsOffered, tool, arguments, version, lastError, sideEffects);
  }

  /** Returns this context after an error. */
  public RecallContext afterError(String error) {
    return new RecallContext(
        session, task, toolsOffered, tool, arguments, toolVersion, error, sideEffects);
  }

  /**
   * Returns this context with the waiting call declared to change something outside the agent: only
   * such a call is ever held.
   */
  public RecallContext sideEffecting() {
    return new RecallContext(
        session, task, toolsOffered, tool, arguments, toolVersion, lastError, true);
  }

  /** Returns whether a call waits, rather than a prompt. */
  public boolean beforeCall() {
    return !tool.isEmpty();
  }
}
