package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.core.text.Json;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is remembered of a session that goes on: what it was shown, its latest calls, and which of
 * them may still turn out to be repeats. Bounded. Not thread-safe.
 */
final class Trail {
  private static final int MOST = 8;
  private static final int OPEN = 4;
  private static final int TOLD = 16;

  final String scope;
  private final Map<String, Exposure> exposures = new LinkedHashMap<>();
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final Map<String, Opportunity> opportunities = new LinkedHashMap<>();
  private final Map<String, Told> told = new LinkedHashMap<>();
  private boolean begun;
  private int opened;
  private int turn;
  private int step;

  /** One of the latest calls: its tool and a mark of its arguments. */
  record Call(String tool, String arguments) {}

  /** A push-back: when it was first told of, and whether it had its effect on a skill. */
  record Told(int step, boolean counted, boolean settled) {}

  Trail(String scope) {
    this.scope = scope;
  }

  void step() {
    step++;
  }

  /** Takes note of an event of the host's; true if it is the session's first. */
  boolean begins() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  void prompt() {
    turn++;
  }

  int turn() {
    return turn;
  }

  Collection<Exposure> exposures() {
    return exposures.values();
  }

  Optional<Exposure> exposure(String skill) {
    return Optional.ofNullable(exposures.get(skill));
  }

  /** Takes in that this turn was shown a skill or withheld it; false if that is known already. */
  boolean expose(String skill, boolean shown, String tool, Tally tally) {
    Optional<Exposure> before = exposure(skill);
    if (before.filter(one -> one.turn == turn && one.shown == shown).isPresent()) {
      before.orElseThrow().before(tool);
      return false;
    }
    boolean well = before.filter(one -> one.shown).map(Exposure::wentWell).orElse(false);
    exposures.remove(skill);
    Exposure exposure = new Exposure(skill, shown, turn, step, well, tally);
    exposure.before(tool);
    exposures.put(skill, exposure);
    trim(exposures, MOST);
    return true;
  }

  void call(String mark, Call call) {
    calls.put(mark, call);
    trim(calls, MOST);
  }

  Optional<Call> call(String mark) {
    return Optional.ofNullable(calls.get(mark));
  }

  Collection<Opportunity> opportunities() {
    return opportunities.values();
  }

  void open(Opportunity opportunity) {
    opportunities.put(Integer.toString(opened++), opportunity);
    trim(opportunities, OPEN);
  }

  /** Returns what is known of a push-back, which is told of now. */
  Told told(String mark) {
    Told known = told.computeIfAbsent(mark, key -> new Told(step, false, false));
    trim(told, TOLD);
    return known;
  }

  void note(String mark, Told now) {
    told.put(mark, now);
  }

  private static <T> void trim(Map<String, T> map, int most) {
    Iterator<String> oldest = map.keySet().iterator();
    while (map.size() > most) {
      oldest.next();
      oldest.remove();
    }
  }

  ObjectNode encoded() {
    ObjectNode node = Json.object().put("o", scope).put("t", turn).put("e", step).put("n", opened);
    node.put("b", begun ? 1 : 0);
    ArrayNode shown = node.putArray("x");
    exposures.values().forEach(one -> shown.add(one.encoded()));
    ObjectNode called = node.putObject("c");
    calls.forEach((mark, call) -> called.putArray(mark).add(call.tool()).add(call.arguments()));
    ArrayNode chances = node.putArray("p");
    opportunities.values().forEach(one -> chances.add(one.encoded()));
    ObjectNode heard = node.putObject("d");
    told.forEach(
        (mark, one) ->
            heard
                .putArray(mark)
                .add(one.step())
                .add(one.counted() ? 1 : 0)
                .add(one.settled() ? 1 : 0));
    return node;
  }

  static Trail decoded(JsonNode node, Function<String, Tally> tallies) {
    Trail trail = new Trail(node.path("o").asText());
    trail.turn = node.path("t").asInt();
    trail.step = node.path("e").asInt();
    trail.opened = node.path("n").asInt();
    trail.begun = node.path("b").asInt() == 1;
    for (JsonNode one : node.path("x")) {
      trail.exposures.put(
          one.path("s").asText(), Exposure.decoded(one, tallies.apply(one.path("s").asText())));
    }
    for (Map.Entry<String, JsonNode> one : node.path("c").properties()) {
      trail.calls.put(
          one.getKey(), new Call(one.getValue().path(0).asText(), one.getValue().path(1).asText()));
    }
    int index = 0;
    for (JsonNode one : node.path("p")) {
      trail.opportunities.put("d" + index++, Opportunity.decoded(one));
    }
    for (Map.Entry<String, JsonNode> one : node.path("d").properties()) {
      JsonNode value = one.getValue();
      trail.told.put(
          one.getKey(),
          new Told(value.path(0).asInt(), value.path(1).asInt() == 1, value.path(2).asInt() == 1));
    }
    return trail;
  }
}
