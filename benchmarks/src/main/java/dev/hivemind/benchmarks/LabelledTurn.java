package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.AgentEvent;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's turn, what the agent had done before, and whether it pushes back.
 *
 * @param id its id
 * @param session which conversation it is from
 * @param sample how it was drawn
 * @param label what an annotator called it
 * @param positive whether that is a push-back
 * @param words the turn
 * @param answer what the agent had said last
 * @param calls names and arguments of the agent's calls before, oldest first
 * @param interrupted whether the person stopped the agent
 * @param refused whether the person refused the last call
 */
record LabelledTurn(
    String id,
    String session,
    String sample,
    String label,
    boolean positive,
    String words,
    String answer,
    List<List<String>> calls,
    boolean interrupted,
    boolean refused) {

  /** Returns the turns with a label, in the file's order. */
  static List<LabelledTurn> all(Path file) {
    List<LabelledTurn> turns = new ArrayList<>();
    for (JsonNode node : Lines.of(file)) {
      if (node.path("positive").isNumber()) {
        turns.add(of(node));
      }
    }
    return turns;
  }

  private static LabelledTurn of(JsonNode node) {
    List<List<String>> calls = new ArrayList<>();
    node.path("prev_tools").forEach(call -> calls.add(Lines.texts(call)));
    return new LabelledTurn(
        Lines.text(node, "id"),
        Lines.text(node, "session"),
        Lines.text(node, "sample"),
        Lines.text(node, "label"),
        node.path("positive").asInt() == 1,
        Lines.text(node, "user"),
        Lines.text(node, "prev_assistant"),
        calls,
        node.path("interrupted").asBoolean(),
        node.path("tool_rejected").asBoolean());
  }

  /**
   * Returns the conversation up to and with the turn, as a host would record it. What was asked
   * before is not in the data; a call whose refusal is not told came to an end.
   */
  List<AgentEvent> events(Session in) {
    List<AgentEvent> events = new ArrayList<>();
    events.add(in.prompt("(the task before)"));
    if (!answer.isBlank() && (refused || interrupted)) {
      events.add(in.response(answer));
    }
    for (int i = 0; i < calls.size(); i++) {
      boolean last = i == calls.size() - 1;
      String call = "c" + i;
      events.add(in.toolCall(call, calls.get(i).get(0), calls.get(i).get(1)));
      events.add(in.toolResult(call, last && refused ? ToolStatus.REJECTED : ToolStatus.OK, ""));
    }
    if (refused && calls.isEmpty()) {
      events.add(in.toolCall("c0", "unknown", "{}"));
      events.add(in.toolResult("c0", ToolStatus.REJECTED, ""));
    }
    if (!answer.isBlank() && !refused && !interrupted) {
      events.add(in.response(answer));
    }
    if (interrupted) {
      events.add(in.interrupted());
    }
    events.add(in.turnEnd());
    events.add(in.prompt(words));
    return events;
  }
}
