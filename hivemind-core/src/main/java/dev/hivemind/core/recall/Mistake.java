package dev.hivemind.core.recall;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Grams;
import dev.hivemind.core.text.Slots;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One value of a call that was wrong, and what it became.
 *
 * @param tool the tool called
 * @param path where in the arguments, or empty if the change was not in them
 * @param from the wrong value, or empty
 * @param to the right one, or empty
 * @param grams the wrong value's
 */
record Mistake(String tool, String path, String from, String to, Vector grams) {
  private static final Pattern SLOT = Pattern.compile("<[a-z]{1,5}>");

  /**
   * Returns a skill's mistakes; of several at one path the newest, which knows what is right now.
   */
  static List<Mistake> of(Skill skill) {
    Map<String, Mistake> newest = new LinkedHashMap<>();
    for (Evidence evidence : skill.evidence()) {
      String tool = evidence.situation().tool();
      for (Change change : evidence.changes()) {
        newest.put(tool + " " + change.path(), of(tool, change));
      }
    }
    return List.copyOf(newest.values());
  }

  private static Mistake of(String tool, Change change) {
    return new Mistake(
        tool, change.path(), change.from(), change.to(), Vector.unit(Grams.of(change.from())));
  }

  /** How a waiting call stands to the mistake. */
  enum Standing {
    /** The very value that was wrong. */
    REPEATED,
    /** The very value that is right. */
    AVOIDED,
    /** A text, of which {@link #likeness} says how near it is to the wrong one. */
    COMPARABLE,
    /** Another object's number or name, or nothing at all: says nothing. */
    OPEN
  }

  /** Returns how a call with these arguments stands to the mistake. */
  Standing standing(Map<String, String> leaves) {
    Collection<String> values = values(leaves);
    if (!from.isEmpty() && values.contains(from)) {
      return Standing.REPEATED;
    }
    if (!to.isEmpty() && values.contains(to)) {
      return Standing.AVOIDED;
    }
    return !values.isEmpty() && isText(from) ? Standing.COMPARABLE : Standing.OPEN;
  }

  /** Returns the cosine of the wrong value's grams with those of the nearest value, 0 to 1. */
  double likeness(Map<String, String> leaves) {
    return values(leaves).stream()
        .mapToDouble(value -> grams.cosine(Vector.unit(Grams.of(value))))
        .max()
        .orElse(0);
  }

  private Collection<String> values(Map<String, String> leaves) {
    if (path.isEmpty()) {
      return leaves.values();
    }
    return leaves.containsKey(path) ? List.of(Objects.requireNonNull(leaves.get(path))) : List.of();
  }

  // A text has several words that are not somebody's number, name or date.
  private static boolean isText(String value) {
    return SLOT.matcher(Slots.mask(value)).replaceAll(" ").strip().indexOf(' ') > 0;
  }
}
