package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.AgentEvent.Unknown;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.Session;
import dev.hivemind.core.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine's own row in the event log: what a recall showed or withheld. Its kind is one that no
 * host can record. It holds names and numbers, none of the words of a task or a lesson.
 *
 * @param session who asked
 * @param recall the recall's id
 * @param advice the name of the advice's kind
 * @param tool the tool about to be called, or empty at the prompt
 * @param threshold the confidence asked for
 * @param characters how long the text was
 * @param budget how long it might have been
 * @param microseconds how long the recall took
 * @param entries the skills that were shown or withheld, best first
 */
public record RecallRow(
    Session session,
    String recall,
    String advice,
    String tool,
    double threshold,
    int characters,
    int budget,
    long microseconds,
    List<Entry> entries) {
  /** What the kinds of the engine's own rows begin with. */
  public static final String OWN = "hivemind.";

  private static final String KIND = OWN + "recall";

  /**
   * One skill.
   *
   * @param skill its id
   * @param revision the revision in the library then
   * @param name its name
   * @param confidence how sure recall was
   * @param outcome shown, withheld or held out
   */
  public record Entry(String skill, int revision, String name, double confidence, Outcome outcome) {
    boolean wasShown() {
      return outcome == Outcome.SHOWN;
    }
  }

  boolean held() {
    return advice.equals("Hold");
  }

  /** Returns the row as an event. */
  public Unknown event() {
    ObjectNode node = Json.object();
    node.put("scope", session.scope().toString()).put("session", session.id());
    node.put("author", session.author().id()).put("role", session.author().role().name());
    node.put("recall", recall).put("advice", advice).put("tool", tool);
    node.put("threshold", threshold).put("characters", characters);
    node.put("budget", budget).put("microseconds", microseconds);
    ArrayNode skills = node.putArray("skills");
    entries.forEach(
        one ->
            skills
                .addObject()
                .put("skill", one.skill())
                .put("revision", one.revision())
                .put("name", one.name())
                .put("confidence", one.confidence())
                .put("outcome", one.outcome().name()));
    return new Unknown(session, KIND, Json.write(node));
  }

  /** Returns the row an event is, if it is one. */
  public static Optional<RecallRow> of(Unknown event) {
    if (!event.kind().equals(KIND)) {
      return Optional.empty();
    }
    JsonNode node = Json.parse(event.document());
    List<Entry> entries = new ArrayList<>();
    node.path("skills").forEach(one -> entries.add(entry(one)));
    return Optional.of(
        new RecallRow(
            event.session(),
            node.path("recall").asText(),
            node.path("advice").asText(),
            node.path("tool").asText(),
            node.path("threshold").asDouble(),
            node.path("characters").asInt(),
            node.path("budget").asInt(),
            node.path("microseconds").asLong(),
            List.copyOf(entries)));
  }

  private static Entry entry(JsonNode one) {
    return new Entry(
        one.path("skill").asText(),
        one.path("revision").asInt(),
        one.path("name").asText(),
        one.path("confidence").asDouble(),
        Outcome.valueOf(one.path("outcome").asText()));
  }
}
