package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Json;
import dev.hivemind.core.text.Slots;
import dev.hivemind.core.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a call made again in another manner from the same call for the next object. "Ledger by
 * settled instead of created" is a correction, "the order after this one" the next request.
 */
final class Manner {
  private static final int SHORT = 40;
  private static final double ALIKE = .3;
  // A calendar date, or more digits than a quantity has.
  private static final Pattern OBJECT = Pattern.compile("\\d{4}-\\d{2}|\\d{5}|\\p{Lu}+-?\\d");
  private static final Set<String> OBJECTS =
      Set.of("<path>", "<url>", "<mail>", "<uuid>", "<hash>");

  private Manner() {}

  /** Returns whether the two calls are about the same object. */
  static boolean sameObject(String before, String after) {
    List<Change> changes = Leaves.changes(before, after);
    Map<String, String> leaves = Json.leaves(before);
    boolean anchored =
        leaves.entrySet().stream()
            .anyMatch(
                leaf ->
                    Slots.value(leaf.getKey(), leaf.getValue()).startsWith("<")
                        && changes.stream().noneMatch(one -> one.path().equals(leaf.getKey())));
    boolean few = changes.size() == 1 || changes.size() * 2 <= leaves.size();
    boolean kept = changes.size() < leaves.size() || changes.stream().allMatch(Manner::program);
    return !changes.isEmpty()
        && kept
        && changes.stream()
            .allMatch(
                one -> isManner(one) || (anchored && (isProse(one) || (few && isSetting(one)))));
  }

  // Where an object stays and little else changes, what changed is how it is treated: short values
  // that name no other object.
  private static boolean isSetting(Change change) {
    return isSetting(change.from()) && isSetting(change.to());
  }

  private static boolean isSetting(String value) {
    return value.length() <= SHORT
        && !OBJECT.matcher(value).find()
        && !OBJECTS.contains(Slots.mask(value));
  }

  /** Returns whether the second call takes back the first: two values changed places. */
  static boolean takesBack(String before, String after) {
    List<Change> changes = Leaves.changes(before, after);
    return changes.stream()
        .anyMatch(
            one ->
                changes.stream()
                    .anyMatch(
                        other ->
                            !one.equals(other)
                                && !one.from().isEmpty()
                                && one.from().equals(other.to())
                                && one.to().equals(other.from())));
  }

  private static boolean isManner(Change change) {
    boolean chosen = chosen(change.from()) && chosen(change.to());
    return (chosen && (Slots.isEnum(change.from()) || Slots.isEnum(change.to())))
        || program(change);
  }

  // Absent, or a short word without a number in it.
  private static boolean chosen(String value) {
    return value.isEmpty()
        || Slots.isEnum(value)
        || (value.length() <= SHORT
            && value.chars().noneMatch(c -> c <= ' ' || Character.isDigit(c)));
  }

  // Another way to write the same command: it keeps some of its words.
  private static boolean program(Change change) {
    boolean command =
        !change.path().isEmpty() && !Slots.value(change.path(), "x y").startsWith("<");
    return command && alike(change);
  }

  private static boolean isProse(Change change) {
    return change.from().indexOf(' ') > 0 && change.to().indexOf(' ') > 0;
  }

  private static boolean alike(Change change) {
    return Words.jaccard(
            new HashSet<>(Words.of(change.from())), new HashSet<>(Words.of(change.to())))
        >= ALIKE;
  }
}
