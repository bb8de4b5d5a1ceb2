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
import dev.hivemind.AgentEvent.Unknown;

/**
 * Something that happened in a session. Immutable.
 *
 * <p>Events are made by {@link Session}, whose factories validate. How the records are constructed
 * may change: a later version may add a component. New kinds may be added too, so a consumer passes
 * over what it does not know.
 */
public sealed interface AgentEvent
    permits Prompt,
        ToolCall,
        ToolResult,
        Response,
        Correction,
        Approval,
        Edit,
        Revert,
        Interrupted,
        TurnEnd,
        SessionEnd,
        Unknown {

  /** Returns the session this happened in; its author is whose act this was. */
  Session session();

  /**
   * A person asked the agent for something: the person's own words, before memory or retrieval
   * added to them.
   *
   * @param session where
   * @param text what was said
   */
  record Prompt(Session session, String text) implements AgentEvent {}

  /**
   * The agent called a tool.
   *
   * @param session where
   * @param call the id that results and verdicts refer to
   * @param tool the tool's name
   * @param arguments JSON text as a rule; any other text is kept and compared as it is
   * @param toolVersion empty if unknown
   */
  record ToolCall(Session session, String call, String tool, String arguments, String toolVersion)
      implements AgentEvent {}

  /**
   * A tool call ended.
   *
   * @param session where
   * @param call the call's id; an unknown one is kept and teaches nothing
   * @param status how it ended
   * @param output what the tool returned or the error's text
   */
  record ToolResult(Session session, String call, ToolStatus status, String output)
      implements AgentEvent {}

  /**
   * The agent answered.
   *
   * @param session where
   * @param text the answer
   */
  record Response(Session session, String text) implements AgentEvent {}

  /**
   * A person said what should have been done: the explicit signal.
   *
   * @param session where; its author is whose word this is
   * @param target the corrected call's id, or empty for the latest act
   * @param text what was said
   * @param arguments the arguments wanted instead, or empty
   * @param answer the answer wanted instead, or empty
   */
  record Correction(Session session, String target, String text, String arguments, String answer)
      implements AgentEvent {}

  /**
   * A person answered the agent's request to make a call.
   *
   * @param session where
   * @param call the call's id
   * @param verdict the answer
   * @param reason why, or empty
   * @param arguments the arguments put in place of the agent's, or empty
   */
  record Approval(Session session, String call, Verdict verdict, String reason, String arguments)
      implements AgentEvent {}

  /**
   * Somebody changed a file or an answer.
   *
   * @param session where; its author is who did it
   * @param target the file's path, or empty for the latest answer
   * @param before the text before
   * @param after the text after
   */
  record Edit(Session session, String target, String before, String after) implements AgentEvent {}

  /**
   * Somebody undid what a call had done.
   *
   * @param session where; its author is who did it
   * @param target the call's id, or empty for the latest act
   */
  record Revert(Session session, String target) implements AgentEvent {}

  /**
   * A person stopped the agent in the middle.
   *
   * @param session where
   */
  record Interrupted(Session session) implements AgentEvent {}

  /**
   * The agent waits for the person again.
   *
   * @param session where
   */
  record TurnEnd(Session session) implements AgentEvent {}

  /**
   * Nothing more will happen in this session. A later event of the same session begins it anew.
   *
   * @param session where
   */
  record SessionEnd(Session session) implements AgentEvent {}

  /**
   * A stored event of a kind this version does not know: kept and passed over.
   *
   * @param session where
   * @param kind the stored kind
   * @param document the stored text
   */
  record Unknown(Session session, String kind, String document) implements AgentEvent {}
}
