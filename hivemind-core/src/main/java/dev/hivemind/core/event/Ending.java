package dev.hivemind.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.text.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a call ended, read from what the tool returned: frameworks hand errors to the model as text,
 * most of them without a flag. What is not surely something else went well. A text never says that
 * a person refused, since a tool must not speak for a person: such a call was only stopped.
 */
public final class Ending {
  private static final int LONGEST_JSON = 16_000;

  // What an envelope around a failure holds beside the failure: other names make it a document.
  private static final Set<String> ENVELOPE =
      Set.of(
          "status",
          "state",
          "outcome",
          "result",
          "data",
          "success",
          "ok",
          "iserror",
          "error",
          "errors",
          "errormessage",
          "errorcode",
          "errortype",
          "message",
          "msg",
          "detail",
          "details",
          "reason",
          "hint",
          "code",
          "type",
          "title",
          "exception",
          "timestamp",
          "path",
          "instance",
          "requestid",
          "traceid",
          "jobid",
          "taskid",
          "tool",
          "stdout",
          "stderr",
          "output");
  private static final List<String> SAID =
      List.of("error", "errormessage", "message", "msg", "detail", "reason", "title", "stderr");
  private static final Set<String> STATE = Set.of("status", "state", "outcome");
  private static final Set<String> FAILED =
      Set.of("error", "failed", "failure", "fail", "exception", "timeout", "invalid");
  private static final Set<String> WAITING =
      Set.of(
          "pending",
          "queued",
          "running",
          "waiting",
          "inprogress",
          "scheduled",
          "submitted",
          "requiresconfirmation",
          "requiresapproval",
          "awaitingapproval",
          "inputrequired");
  private static final Set<String> STOPPED =
      Set.of("cancelled", "canceled", "aborted", "rejected", "denied", "declined");
  private static final Set<String> EXIT =
      Set.of("exitcode", "exitstatus", "returncode", "statuscode");

  private Ending() {}

  /**
   * Returns the event; a result whose status the host did not know has the one its output tells.
   */
  public static StoredEvent told(StoredEvent stored) {
    if (!(stored.event() instanceof ToolResult result) || result.status() != ToolStatus.UNKNOWN) {
      return stored;
    }
    ToolResult known =
        new ToolResult(result.session(), result.call(), of(result.output()), result.output());
    return new StoredEvent(stored.position(), stored.id(), stored.at(), known);
  }

  /** Returns how the call ended that returned this; UNKNOWN if it returned nothing. */
  static ToolStatus of(String output) {
    String text = output.strip();
    if (text.isEmpty()) {
      return ToolStatus.UNKNOWN;
    }
    boolean json = "{[\"".indexOf(text.charAt(0)) >= 0 && text.length() <= LONGEST_JSON;
    JsonNode node = json ? Json.parse(text) : Json.parse("");
    return node.isMissingNode() ? EndingText.status(text) : of(node);
  }

  private static ToolStatus of(JsonNode node) {
    if (node.isTextual()) {
      return of(node.asText());
    }
    if (node.isArray() && node.size() == 1 && node.get(0).path("type").asText().equals("text")) {
      return of(node.get(0).path("text").asText());
    }
    return node.isObject() ? envelope(node) : ToolStatus.OK;
  }

  private static ToolStatus envelope(JsonNode node) {
    boolean document =
        node.properties().stream().anyMatch(one -> !isEnvelope(key(one.getKey()), one.getValue()));
    ToolStatus status = ToolStatus.OK;
    for (var one : node.properties()) {
      ToolStatus told = field(key(one.getKey()), one.getValue(), document);
      status = told == ToolStatus.OK ? status : told;
      if (told == ToolStatus.ERROR) {
        break;
      }
    }
    return status == ToolStatus.ERROR ? failed(node) : status;
  }

  private static boolean isEnvelope(String key, JsonNode value) {
    boolean payload = key.equals("data") || key.equals("result");
    return (ENVELOPE.contains(key) || EXIT.contains(key))
        && !(payload && (value.isContainerNode() ? !value.isEmpty() : !value.isNull()));
  }

  private static ToolStatus field(String key, JsonNode value, boolean document) {
    boolean error =
        switch (key) {
          case "iserror" -> value.asBoolean();
          case "success", "ok" -> value.isBoolean() && !value.asBoolean();
          case "error", "exception", "errormessage" -> !document && says(value);
          case "errors" -> !document && value.isArray() && !value.isEmpty();
          default -> false;
        };
    if (error || (EXIT.contains(key) && value.isInt() && isFailure(key, value.asInt()))) {
      return ToolStatus.ERROR;
    }
    return STATE.contains(key) && !document ? state(value) : ToolStatus.OK;
  }

  private static boolean says(JsonNode value) {
    return value.isObject()
        ? !value.isEmpty()
        : value.isBoolean() ? value.asBoolean() : value.isTextual() && !value.asText().isBlank();
  }

  private static boolean isFailure(String key, int code) {
    return key.equals("statuscode") ? code >= 400 : code != 0;
  }

  private static ToolStatus state(JsonNode value) {
    if (value.isInt()) {
      return value.asInt() >= 400 && value.asInt() < 600 ? ToolStatus.ERROR : ToolStatus.OK;
    }
    String word = key(value.asText());
    if (FAILED.contains(word)) {
      return ToolStatus.ERROR;
    }
    if (STOPPED.contains(word)) {
      return ToolStatus.CANCELLED;
    }
    return WAITING.contains(word) ? ToolStatus.PENDING : ToolStatus.OK;
  }

  // Some hosts wrap a question to the person, or the person's answer, as an error.
  private static ToolStatus failed(JsonNode node) {
    for (var one : node.properties()) {
      if (SAID.contains(key(one.getKey())) && one.getValue().isTextual()) {
        ToolStatus said = EndingText.status(one.getValue().asText());
        if (said == ToolStatus.PENDING || said == ToolStatus.CANCELLED) {
          return said;
        }
      }
    }
    return ToolStatus.ERROR;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
