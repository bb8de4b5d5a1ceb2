package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Response;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.event.StoredEvent;

/**
 * Something the agent did: a tool call with what became of it, or an answer.
 *
 * @param event the call or the answer
 * @param tool the tool's name, or empty for an answer
 * @param version the tool's version, or empty
 * @param text the arguments, or the answer's text
 * @param status what became of the call; UNKNOWN while nothing is known, OK for an answer
 * @param output what the tool said, or empty
 */
record Act(
    StoredEvent event, String tool, String version, String text, ToolStatus status, String output) {

  static Act of(StoredEvent event, ToolCall call, ToolStatus status, String output) {
    return new Act(event, call.tool(), call.toolVersion(), call.arguments(), status, output);
  }

  static Act of(StoredEvent event, Response answer) {
    return new Act(event, "", "", answer.text(), ToolStatus.OK, "");
  }

  boolean isCall() {
    return !tool.isEmpty();
  }

  boolean succeeded() {
    return status == ToolStatus.OK;
  }

  boolean failed() {
    return status == ToolStatus.ERROR;
  }

  boolean refused() {
    return status == ToolStatus.REJECTED;
  }

  /** Returns the act in one line: {@code tool {"argument":1}}, or the answer. */
  String shown() {
    return isCall() ? tool + " " + text : text;
  }
}
