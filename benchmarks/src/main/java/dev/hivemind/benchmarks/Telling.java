package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records a scenario as a host would: every event, the end of each turn and of each session. */
final class Telling {
  // In the stories a bracketed note stands for the fence the library puts around its own words.
  private static final Pattern NOTE =
      Pattern.compile(
          "(?s)\\A\\[([^\\]\\n]{2,20})[:\uff1a][^\\]\\n]*\\]\\n(.*?)\\n\\[\\1[^\\]\\n]*\\]");

  private final Hivemind hivemind;
  private final String fence;
  private final Runnable afterEach;

  /**
   * Creates; {@code fence} is a text the library rendered, with one line {@code %s} inside; {@code
   * afterEach} is done at the end of each session.
   */
  Telling(Hivemind hivemind, String fence, Runnable afterEach) {
    this.hivemind = hivemind;
    this.fence = fence;
    this.afterEach = afterEach;
  }

  void tell(Scenario scenario) {
    for (JsonNode session : scenario.sessions()) {
      Session told =
          Session.of(Scope.of(scenario.scope()), scenario.id() + "/" + Lines.text(session, "id"))
              .by(author(session.path("author")));
      for (JsonNode event : session.path("events")) {
        if (Lines.text(event, "kind").equals("prompt")) {
          hivemind.record(told.turnEnd());
        }
        event(told, event).forEach(hivemind::record);
      }
      hivemind.record(told.sessionEnd());
      afterEach.run();
    }
  }

  static Author author(JsonNode node) {
    return node.isMissingNode()
        ? Author.operator("somebody")
        : new Author(
            Lines.text(node, "id"),
            Role.valueOf(Lines.text(node, "role").toUpperCase(Locale.ROOT)));
  }

  private List<AgentEvent> event(Session session, JsonNode event) {
    String call = Lines.text(event, "call");
    return switch (Lines.text(event, "kind")) {
      case "prompt" -> List.of(session.prompt(fenced(Lines.text(event, "text"))));
      case "tool_call" ->
          List.of(
              session.toolCall(call, Lines.text(event, "tool"), Lines.text(event, "arguments")));
      case "tool_result" ->
          List.of(
              session.toolResult(
                  call,
                  Lines.text(event, "status").equals("ok") ? ToolStatus.OK : ToolStatus.ERROR,
                  fenced(Lines.text(event, "output"))));
      case "response" -> List.of(session.response(fenced(Lines.text(event, "text"))));
      case "correction" -> List.of(correction(session, call, event));
      case "rejection" ->
          List.of(
              session.rejected(call, Lines.text(event, "text")),
              session.toolResult(call, ToolStatus.REJECTED, ""));
      case "approval" -> {
        String edited = Lines.text(event, "edited_arguments");
        yield List.of(edited.isEmpty() ? session.approved(call) : session.edited(call, edited, ""));
      }
      case "edit" -> List.of(edit(session, event));
      case "revert" -> List.of(session.revert(call));
      case "interrupt" -> List.of(session.interrupted());
      default -> throw new MissingDataException("an event that is not described: " + event);
    };
  }

  // An event names one act: where a call is corrected, an answer given beside it repeats the words.
  private static AgentEvent correction(Session session, String call, JsonNode event) {
    String text = Lines.text(event, "text");
    String arguments = Lines.text(event, "corrected_arguments");
    String answer = Lines.text(event, "corrected_answer");
    if (call.isEmpty()) {
      return answer.isEmpty() ? session.correction(text) : session.correctedAnswer(text, answer);
    }
    return arguments.isEmpty()
        ? session.correction(call, text)
        : session.correctedArguments(call, text, arguments);
  }

  private static AgentEvent edit(Session session, JsonNode event) {
    String by = Lines.text(event, "by");
    Session editor =
        by.equals("user") || by.isEmpty() ? session : session.by(new Author("agent", Role.AGENT));
    String path = Lines.text(event, "path");
    String before = Lines.text(event, "before");
    String after = Lines.text(event, "after");
    return path.isEmpty() ? editor.editedAnswer(before, after) : editor.edit(path, before, after);
  }

  private String fenced(String text) {
    Matcher note = NOTE.matcher(text);
    return note.find()
        ? Optional.of(note.group(2))
            .map(inside -> fence.replace("%s", inside) + text.substring(note.end()))
            .orElseThrow()
        : text;
  }
}
