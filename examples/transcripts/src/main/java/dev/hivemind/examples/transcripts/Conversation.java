package dev.hivemind.examples.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the lines of one transcript into events: what the person typed, what the agent did, and how
 * it ended. What a sub-agent did becomes a session of its own whose author is the agent, so that an
 * agent's orders to another are never taken for a person's. Not thread-safe.
 */
final class Conversation {
  private final Scope scope;
  private final String name;
  private final Author person;
  private final List<Moment> moments = new ArrayList<>();
  private final Map<String, Strand> strands = new LinkedHashMap<>();
  private final Map<String, JsonNode> inputs = new HashMap<>();

  /** What the person typed while the agent was busy and the agent was not told yet. */
  private final Deque<String> queue = new ArrayDeque<>();

  private String delivered = "";

  private Conversation(Scope scope, String name, Author person) {
    this.scope = scope;
    this.name = name;
    this.person = person;
  }

  /**
   * Returns the events of a transcript in order, and the end of each session in it.
   *
   * @param scope where they took place
   * @param file the transcript's name, which names the session if its lines do not
   * @param person whose prompts they are
   * @param problems hears of a line that makes no sense
   */
  static List<Moment> of(
      Scope scope, String file, Author person, List<Line> lines, Problems problems) {
    Conversation conversation = new Conversation(scope, Transcript.name(file), person);
    for (Line line : lines) {
      try {
        conversation.add(line);
      } catch (IllegalArgumentException e) {
        problems.skipped(file, line.number(), String.valueOf(e.getMessage()));
      }
    }
    conversation.strands.values().forEach(Strand::end);
    return conversation.moments;
  }

  private void add(Line line) {
    JsonNode json = line.json();
    switch (line.type()) {
      case "user", "assistant" -> message(json, strand(json), line.at());
      case "progress" -> progress(json, line.at());
      case "queue-operation" -> queued(json, line.at());
      case "attachment" -> attachment(json, line.at());
      default -> {
        // snapshots, summaries, durations: nothing that was said or done
      }
    }
  }

  private Strand strand(JsonNode json) {
    String id = json.path("sessionId").asText(name);
    if (json.path("isSidechain").asBoolean()) {
      return subAgent(id, json.path("agentId").asText("0"));
    }
    return strands.computeIfAbsent(id, key -> start(key, person));
  }

  private Strand subAgent(String id, String agent) {
    return strands.computeIfAbsent(
        id + "/agent-" + agent, key -> start(key, new Author("agent-" + agent, Role.AGENT)));
  }

  private Strand start(String id, Author author) {
    return new Strand(new Session(scope, id, author), moments);
  }

  /** What a sub-agent does is told while the call that started it goes on. */
  private void progress(JsonNode json, Instant at) {
    JsonNode data = json.path("data");
    if (data.path("type").asText().equals("agent_progress")) {
      String id = json.path("sessionId").asText(name);
      message(data.path("message"), subAgent(id, data.path("agentId").asText("0")), at);
    }
  }

  private void message(JsonNode json, Strand strand, Instant at) {
    if (MachineText.line(json)) {
      return;
    }
    JsonNode content = json.at("/message/content");
    if (content.isTextual()) {
      text(content.asText(), json, strand, at);
      return;
    }
    for (JsonNode block : content) {
      switch (block.path("type").asText()) {
        case "text" -> text(block.path("text").asText(), json, strand, at);
        case "tool_use" -> call(block, strand, at);
        case "tool_result" -> result(block, json.path("toolUseResult"), strand, at);
        default -> {
          // thinking, images
        }
      }
    }
  }

  private void text(String text, JsonNode json, Strand strand, Instant at) {
    if (json.path("type").asText().equals("assistant")) {
      response(text, strand, at);
    } else if (json.has("toolUseResult")) {
      deliver(text, strand, at); // said while letting a call through: the turn goes on
    } else {
      prompt(text, strand, at);
    }
  }

  private static void response(String text, Strand strand, Instant at) {
    if (!text.isBlank()) {
      strand.add(strand.session().response(text), at);
    }
  }

  private void prompt(String text, Strand strand, Instant at) {
    if (MachineText.interrupts(text)) {
      strand.add(strand.session().interrupted(), at);
    }
    String spoken = MachineText.spoken(text);
    boolean repeated = spoken.equals(delivered);
    delivered = "";
    if (!spoken.isEmpty() && !repeated) {
      strand.rest();
      strand.add(strand.session().prompt(spoken), at);
    }
  }

  private void call(JsonNode block, Strand strand, Instant at) {
    String id = block.path("id").asText();
    JsonNode input = block.path("input");
    strand.add(strand.session().toolCall(id, block.path("name").asText(), input.toString()), at);
    inputs.put(id, input);
  }

  private void result(JsonNode block, JsonNode details, Strand strand, Instant at) {
    String id = block.path("tool_use_id").asText();
    Session human = strand.session().by(person);
    JsonNode input = inputs.getOrDefault(id, details);
    inputs.remove(id);
    Outcome outcome = Outcome.of(block, details);
    if (outcome.refused()) {
      strand.add(human.rejected(id, outcome.reason()), at);
    } else if (details.path("userModified").asBoolean() && input instanceof ObjectNode proposed) {
      strand.add(human.edited(id, modified(proposed, details), ""), at);
    }
    strand.add(strand.session().toolResult(id, outcome.status(), outcome.text()), at);
  }

  /** Returns the arguments of an edit as the person changed them before letting it through. */
  private static String modified(ObjectNode proposed, JsonNode applied) {
    ObjectNode changed = proposed.deepCopy();
    Map.of("old_string", "oldString", "new_string", "newString", "content", "content")
        .forEach(
            (argument, field) -> {
              if (changed.has(argument) && applied.has(field)) {
                changed.set(argument, applied.get(field));
              }
            });
    return changed.toString();
  }

  /**
   * A line typed while the agent is busy is put into its turn ({@code remove}), becomes a turn of
   * its own that follows as a line ({@code dequeue}), or goes back to the person ({@code popAll}).
   */
  private void queued(JsonNode json, Instant at) {
    switch (json.path("operation").asText()) {
      case "enqueue" -> queue.add(json.path("content").asText());
      case "remove" -> {
        String text = queue.isEmpty() ? "" : queue.remove();
        deliver(json.path("content").asText(text), strand(json), at);
      }
      case "dequeue" -> queue.poll();
      case "popAll" -> queue.clear();
      default -> {
        // an operation of a later version
      }
    }
  }

  /** Later versions say what was put into a turn once more, as an attachment. */
  private void attachment(JsonNode json, Instant at) {
    JsonNode attached = json.path("attachment");
    if (attached.path("type").asText().equals("queued_command")
        && !attached.path("commandMode").asText().equals("task-notification")) {
      deliver(attached.path("prompt").asText(), strand(json), at);
    }
  }

  private void deliver(String text, Strand strand, Instant at) {
    String spoken = MachineText.command(text) ? "" : MachineText.spoken(text);
    if (!spoken.isEmpty() && !spoken.equals(delivered)) {
      strand.add(strand.session().prompt(spoken), at);
      delivered = spoken;
    }
  }
}
