package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.LearningReport.Group;
import dev.hivemind.Scope;
import dev.hivemind.core.text.Json;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A turn in which a call was made in a situation that has evidence from an earlier session. Several
 * calls of the turn in one situation are one opportunity. Not thread-safe.
 */
final class Opportunity {
  private static final int CALLS = 8;

  final Set<String> skills;
  final int turn;
  private final LocalDate week;
  private final Scope scope;
  private final Set<String> calls = new LinkedHashSet<>();
  private Group group;
  private boolean answered;
  private boolean repeated;

  /** Begins one; not counted before {@link #count}. */
  Opportunity(Set<String> skills, int turn, LocalDate week, Scope scope, Group group) {
    this.skills = Set.copyOf(skills);
    this.turn = turn;
    this.week = week;
    this.scope = scope;
    this.group = group;
  }

  void count(Weeks weeks) {
    weeks.opportunity(week, scope, group, 1);
  }

  /** Takes in a call by the marks of its id and of its event's id. */
  void called(String call, String event) {
    if (calls.size() < 2 * CALLS) {
      calls.add(call);
      calls.add(event);
    }
    answered = false;
  }

  boolean holds(String mark) {
    return calls.contains(mark);
  }

  void answered() {
    answered = true;
  }

  /** It went wrong again: counted once. */
  void repeated(Weeks weeks) {
    if (!repeated) {
      repeated = true;
      weeks.repeat(week, scope, group, 1);
    }
  }

  /** The lesson came after the call was proposed and before it was answered. */
  void told(Group now, Weeks weeks) {
    boolean silent = group == Group.MISSED || group == Group.NO_SKILL;
    if (silent && !answered && !repeated) {
      weeks.opportunity(week, scope, group, -1);
      group = now;
      weeks.opportunity(week, scope, group, 1);
    }
  }

  ObjectNode encoded() {
    ObjectNode node = Json.object().put("t", turn).put("w", week.toString());
    node.put("o", scope.toString()).put("g", group.name());
    node.put("b", (answered ? 1 : 0) + (repeated ? 2 : 0));
    skills.stream().sorted().forEach(node.putArray("s")::add);
    calls.forEach(node.putArray("c")::add);
    return node;
  }

  static Opportunity decoded(JsonNode node) {
    Set<String> skills = new LinkedHashSet<>();
    node.path("s").forEach(one -> skills.add(one.asText()));
    Opportunity one =
        new Opportunity(
            skills,
            node.path("t").asInt(),
            LocalDate.parse(node.path("w").asText()),
            Scope.of(node.path("o").asText()),
            Group.valueOf(node.path("g").asText()));
    node.path("c").forEach(call -> one.calls.add(call.asText()));
    one.answered = (node.path("b").asInt() & 1) != 0;
    one.repeated = (node.path("b").asInt() & 2) != 0;
    return one;
  }
}
