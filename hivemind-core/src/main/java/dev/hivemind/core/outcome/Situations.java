package dev.hivemind.core.outcome;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Json;
import dev.hivemind.core.text.Slots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which skills have evidence about which calls: the call that was wrong, as its situation knows it,
 * and the same call put right, because whoever has learned makes that one. Immutable.
 */
final class Situations {
  private final Map<String, List<Skill>> byKey = new HashMap<>();

  Situations(Collection<Skill> skills) {
    for (Skill skill : skills) {
      Set<String> keys = new LinkedHashSet<>();
      skill.evidence().forEach(one -> keys.addAll(keys(one)));
      keys.forEach(key -> byKey.computeIfAbsent(key, one -> new ArrayList<>()).add(skill));
    }
  }

  static String key(String tool, String arguments) {
    return tool + "\n" + Slots.arguments(arguments);
  }

  /** Returns the skills with evidence about a call. */
  List<Skill> of(String key) {
    return byKey.getOrDefault(key, List.of());
  }

  /** Returns the keys of a piece of evidence; none if it is about an answer. */
  static Set<String> keys(Evidence evidence) {
    Situation situation = evidence.situation();
    if (situation.tool().isEmpty()) {
      return Set.of();
    }
    Set<String> keys = new LinkedHashSet<>();
    keys.add(situation.tool() + "\n" + situation.masked());
    if (!evidence.changes().isEmpty()) {
      keys.add(situation.tool() + "\n" + putRight(situation.example(), evidence.changes()));
    }
    return keys;
  }

  private static String putRight(String example, List<Change> changes) {
    Map<String, String> leaves = new TreeMap<>(Json.leaves(example));
    for (Change change : changes) {
      if (change.to().isEmpty()) {
        leaves.remove(change.path());
      } else {
        leaves.put(change.path(), change.to());
      }
    }
    return Slots.arguments(leaves);
  }
}
