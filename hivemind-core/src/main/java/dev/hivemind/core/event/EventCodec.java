package dev.hivemind.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.AgentEvent;
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
import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.Verdict;
import dev.hivemind.core.text.Json;
import dev.hivemind.spi.EventRow;
import java.time.Instant;

/** Events as rows and back: the one place that knows what a stored event looks like. */
public final class EventCodec {
  private EventCodec() {}

  /** Returns the row to append. */
  public static EventRow encode(String id, Instant at, AgentEvent event) {
    Session session = event.session();
    ObjectNode node = Json.object();
    node.put("scope", session.scope().toString()).put("session", session.id());
    node.put("author", session.author().id()).put("role", session.author().role().name());
    String kind = fill(node, event);
    String document = event instanceof Unknown unknown ? unknown.document() : Json.write(node);
    return new EventRow(session.scope().workspace(), 0, id, kind, at, document);
  }

  private static String fill(ObjectNode node, AgentEvent event) {
    if (event instanceof Prompt e) {
      node.put("text", e.text());
      return "prompt";
    }
    if (event instanceof ToolCall e) {
      node.put("call", e.call())
          .put("tool", e.tool())
          .put("arguments", e.arguments())
          .put("version", e.toolVersion());
      return "tool_call";
    }
    if (event instanceof ToolResult e) {
      node.put("call", e.call()).put("status", e.status().name()).put("output", e.output());
      return "tool_result";
    }
    if (event instanceof Response e) {
      node.put("text", e.text());
      return "response";
    }
    if (event instanceof Correction e) {
      node.put("target", e.target())
          .put("text", e.text())
          .put("arguments", e.arguments())
          .put("answer", e.answer());
      return "correction";
    }
    if (event instanceof Approval e) {
      node.put("call", e.call()).put("verdict", e.verdict().name());
      node.put("reason", e.reason()).put("arguments", e.arguments());
      return "approval";
    }
    if (event instanceof Edit e) {
      node.put("target", e.target()).put("before", e.before()).put("after", e.after());
      return "edit";
    }
    if (event instanceof Revert e) {
      node.put("target", e.target());
      return "revert";
    }
    if (event instanceof Interrupted) {
      return "interrupted";
    }
    if (event instanceof TurnEnd) {
      return "turn_end";
    }
    if (event instanceof SessionEnd) {
      return "session_end";
    }
    return ((Unknown) event).kind();
  }

  /**
   * Returns what a row says; a kind this version does not know becomes {@link Unknown}.
   *
   * @throws IllegalArgumentException if the document is not one of ours
   */
  public static StoredEvent decode(EventRow row) {
    JsonNode node = Json.parse(row.document());
    if (!node.hasNonNull("scope") || !node.hasNonNull("session")) {
      throw new IllegalArgumentException(
          "event " + row.id() + " at position " + row.position() + " has no scope or session");
    }
    Author author = new Author(text(node, "author"), Role.valueOf(text(node, "role")));
    Session session = new Session(Scope.of(text(node, "scope")), text(node, "session"), author);
    return new StoredEvent(row.position(), row.id(), row.at(), event(session, row, node));
  }

  private static AgentEvent event(Session session, EventRow row, JsonNode node) {
    return switch (row.kind()) {
      case "prompt" -> session.prompt(text(node, "text"));
      case "tool_call" ->
          session.toolCall(
              text(node, "call"),
              text(node, "tool"),
              text(node, "arguments"),
              text(node, "version"));
      case "tool_result" ->
          session.toolResult(
              text(node, "call"), ToolStatus.valueOf(text(node, "status")), text(node, "output"));
      case "response" -> session.response(text(node, "text"));
      case "correction" ->
          new Correction(
              session,
              text(node, "target"),
              text(node, "text"),
              text(node, "arguments"),
              text(node, "answer"));
      case "approval" ->
          new Approval(
              session,
              text(node, "call"),
              Verdict.valueOf(text(node, "verdict")),
              text(node, "reason"),
              text(node, "arguments"));
      case "edit" ->
          new Edit(session, text(node, "target"), text(node, "before"), text(node, "after"));
      case "revert" -> new Revert(session, text(node, "target"));
      case "interrupted" -> session.interrupted();
      case "turn_end" -> session.turnEnd();
      case "session_end" -> session.sessionEnd();
      default -> new Unknown(session, row.kind(), row.document());
    };
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
