package dev.hivemind.core.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a skill stands on, as a document that is passed on beside its text. It says what happened
 * and where; not what anybody's word may do, because whoever reads it has no reason to believe
 * that.
 *
 * @param id the skill's id
 * @param scope where it was saved
 * @param situations its triggers
 * @param evidence what it stands on, everybody in it an IMPORT
 */
public record SkillDocument(
    String id, Scope scope, List<Situation> situations, List<Evidence> evidence) {
  private static final String TYPE = "evidence";

  /** Copies. */
  public SkillDocument {
    situations = List.copyOf(situations);
    evidence = List.copyOf(evidence);
  }

  /** Returns the document of a skill, as pretty JSON: equal skills, equal bytes. */
  public static String of(Skill skill) {
    ObjectNode node = Json.object();
    node.put("hivemind", TYPE).put("id", skill.id()).put("scope", skill.scope().toString());
    ArrayNode situations = node.putArray("situations");
    skill.situations().forEach(one -> situations.add(SkillCodec.encode(one)));
    ArrayNode evidence = node.putArray("evidence");
    skill.evidence().forEach(one -> evidence.add(withoutRights(SkillCodec.encode(one))));
    return node.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private static ObjectNode withoutRights(ObjectNode evidence) {
    evidence.remove(List.of("role", "scope"));
    return evidence;
  }

  /** Returns what a text says, or empty if it is not such a document. */
  public static Optional<SkillDocument> read(String text) {
    JsonNode node = Json.parse(text);
    if (!node.path("hivemind").asText().equals(TYPE)) {
      return Optional.empty();
    }
    try {
      Scope scope = Scope.of(node.path("scope").asText());
      node.path("evidence")
          .forEach(
              one ->
                  ((ObjectNode) one)
                      .put("role", Role.IMPORT.name())
                      .put("scope", scope.toString()));
      return Optional.of(
          new SkillDocument(
              node.path("id").asText(),
              scope,
              SkillCodec.list(node, "situations", SkillCodec::situation),
              SkillCodec.list(node, "evidence", SkillCodec::evidence)));
    } catch (IllegalArgumentException | java.time.DateTimeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  /** Returns the evidence as of another scope. */
  List<Evidence> evidenceIn(Scope other) {
    return evidence.stream().map(one -> in(one, other)).toList();
  }

  private static Evidence in(Evidence one, Scope scope) {
    return new Evidence(
        one.id(),
        one.kind(),
        scope,
        one.session(),
        new Author(one.author().id(), Role.IMPORT),
        one.situation(),
        one.before(),
        one.wanted(),
        one.after(),
        one.changes(),
        one.probability(),
        one.signals(),
        one.events(),
        one.voices(),
        one.at());
  }
}
