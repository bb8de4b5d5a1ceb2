package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values in a call's arguments, and what changed between two calls. */
final class Leaves {
  private static final int CHANGES = 20;
  private static final int VALUE_LENGTH = 600;

  private Leaves() {}

  static Collection<String> values(String arguments) {
    return Json.leaves(arguments).values();
  }

  static boolean same(String one, String other) {
    return trimmed(one).equals(trimmed(other));
  }

  private static Map<String, String> trimmed(String arguments) {
    Map<String, String> leaves = new LinkedHashMap<>(Json.leaves(arguments));
    leaves.replaceAll((path, value) -> value.strip());
    return leaves;
  }

  /** Returns what changed, in the order of the first, then what the second adds. */
  static List<Change> changes(String before, String after) {
    Map<String, String> from = Json.leaves(before);
    Map<String, String> to = Json.leaves(after);
    List<Change> changes = new ArrayList<>();
    from.forEach((path, value) -> add(changes, path, value, to.getOrDefault(path, "")));
    to.forEach(
        (path, value) -> {
          if (!from.containsKey(path)) {
            add(changes, path, "", value);
          }
        });
    return changes.size() <= CHANGES ? changes : changes.subList(0, CHANGES);
  }

  private static void add(List<Change> changes, String path, String from, String to) {
    if (!from.equals(to)) {
      changes.add(new Change(path, cut(from), cut(to)));
    }
  }

  private static String cut(String value) {
    return value.length() <= VALUE_LENGTH ? value : value.substring(0, VALUE_LENGTH);
  }
}
