package dev.hivemind.core.outcome;

import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Json;
import dev.hivemind.core.text.Slots;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a corrected argument must hold in the next call: the words that came in with the correction,
 * or none of those that went out. Words of one object, such as its number, are left out; prose
 * demands nothing that could be checked.
 *
 * @param path where in the arguments
 * @param added what must be there; empty if the correction only took something out
 * @param removed what must be gone where nothing was added
 */
record Demand(String path, Set<String> added, Set<String> removed) {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern SLOT = Pattern.compile("<[a-z]{1,5}>");
  private static final String PROSE = "<text>";

  static Optional<Demand> of(Change change) {
    if (isProse(change.path(), change.from()) || isProse(change.path(), change.to())) {
      return Optional.empty();
    }
    Set<String> before = words(change.from());
    Set<String> now = words(change.to());
    Set<String> added = new HashSet<>(now);
    added.removeAll(before);
    Set<String> removed = new HashSet<>(before);
    removed.removeAll(now);
    return added.isEmpty() && removed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Demand(change.path(), added, removed));
  }

  // A value that another object would not have says nothing about the next call.
  private static boolean isProse(String path, String value) {
    return !value.isEmpty() && Slots.value(path, value).equals(PROSE);
  }

  private static Set<String> words(String value) {
    return List.of(BLANK.split(Slots.mask(value).strip(), -1)).stream()
        .filter(word -> !word.isEmpty() && !SLOT.matcher(word).find())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /** Returns whether a call's arguments meet it. */
  boolean isMetBy(String arguments) {
    Map<String, String> leaves = Json.leaves(arguments);
    Set<String> there = words(leaves.getOrDefault(path, ""));
    return added.isEmpty() ? removed.stream().noneMatch(there::contains) : there.containsAll(added);
  }
}
