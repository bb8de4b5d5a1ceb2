package dev.hivemind.core.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.text.Json;
import dev.hivemind.spi.SkillRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Skills as rows and back: the one place that knows what a stored revision looks like. */
final class SkillCodec {
  private SkillCodec() {}

  static SkillRow encode(Skill skill) {
    ObjectNode node = Json.object();
    node.put("name", skill.name())
        .put("description", skill.description())
        .put("text", skill.text());
    node.put("trust", skill.trust().name())
        .put("state", skill.state().name())
        .put("pinned", skill.pinnedBy());
    node.put("author", skill.author().id()).put("role", skill.author().role().name());
    node.put("reason", skill.reason()).put("at", skill.at().toString());
    ArrayNode situations = node.putArray("situations");
    skill.situations().forEach(one -> situations.add(encode(one)));
    ArrayNode evidence = node.putArray("evidence");
    skill.evidence().forEach(one -> evidence.add(encode(one)));
    return new SkillRow(
        skill.scope().workspace(),
        skill.scope().toString(),
        skill.id(),
        skill.revision(),
        Json.write(node));
  }

  static ObjectNode encode(Situation one) {
    return Json.object()
        .put("tool", one.tool())
        .put("version", one.toolVersion())
        .put("masked", one.masked())
        .put("error", one.error())
        .put("task", one.task())
        .put("example", one.example());
  }

  static ObjectNode encode(Evidence one) {
    ObjectNode node = Json.object();
    node.put("id", one.id()).put("kind", one.kind().name()).put("scope", one.scope().toString());
    node.put("session", one.session())
        .put("author", one.author().id())
        .put("role", one.author().role().name());
    node.set("situation", encode(one.situation()));
    node.put("before", one.before()).put("wanted", one.wanted()).put("after", one.after());
    node.put("probability", one.probability()).put("at", one.at().toString());
    ArrayNode changes = node.putArray("changes");
    one.changes()
        .forEach(
            c -> changes.addObject().put("path", c.path()).put("from", c.from()).put("to", c.to()));
    ArrayNode signals = node.putArray("signals");
    one.signals()
        .forEach(
            s ->
                signals
                    .addObject()
                    .put("name", s.name())
                    .put("weight", s.weight())
                    .put("why", s.why()));
    ArrayNode events = node.putArray("events");
    one.events().forEach(events::add);
    ArrayNode voices = node.putArray("voices");
    one.voices().forEach(voices::add);
    return node;
  }

  /**
   * Returns the revision a row holds; throws {@link IllegalArgumentException} if its document is
   * not one of ours.
   */
  static Skill decode(SkillRow row) {
    JsonNode node = Json.parse(row.document());
    return new Skill(
        row.id(),
        row.revision(),
        Scope.of(row.scope()),
        text(node, "name"),
        text(node, "description"),
        text(node, "text"),
        list(node, "situations", SkillCodec::situation),
        list(node, "evidence", SkillCodec::evidence),
        Role.valueOf(text(node, "trust")),
        SkillState.valueOf(text(node, "state")),
        text(node, "pinned"),
        author(node),
        text(node, "reason"),
        Instant.parse(text(node, "at")));
  }

  static Situation situation(JsonNode node) {
    return new Situation(
        text(node, "tool"),
        text(node, "version"),
        text(node, "masked"),
        text(node, "error"),
        text(node, "task"),
        text(node, "example"));
  }

  static Evidence evidence(JsonNode node) {
    return new Evidence(
        text(node, "id"),
        Evidence.Kind.valueOf(text(node, "kind")),
        Scope.of(text(node, "scope")),
        text(node, "session"),
        author(node),
        situation(node.path("situation")),
        text(node, "before"),
        text(node, "wanted"),
        text(node, "after"),
        list(node, "changes", c -> new Change(text(c, "path"), text(c, "from"), text(c, "to"))),
        node.path("probability").asDouble(),
        list(
            node,
            "signals",
            s -> new Signal(text(s, "name"), s.path("weight").asDouble(), text(s, "why"))),
        list(node, "events", JsonNode::asText),
        list(node, "voices", JsonNode::asText),
        Instant.parse(text(node, "at")));
  }

  private static Author author(JsonNode node) {
    return new Author(text(node, "author"), Role.valueOf(text(node, "role")));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
    List<T> list = new ArrayList<>();
    node.path(field).forEach(one -> list.add(read.apply(one)));
    return list;
  }
}
