package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Slots;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says in words what was changed, as far as it is more than the next object's literals. */
final class ChangeWords {
  private static final int PARTS = 3;
  private static final int WORDS = 4;
  private static final Pattern QUANTITY =
      Pattern.compile("\\d{1,4}(?:[.,:/x]\\d{1,4})?\\s?(?:\\p{Ll}{1,7}|%)?");

  private ChangeWords() {}

  /**
   * Returns what to do and what it replaces, such as {@code `basis` = `settled` (not `created`)};
   * empty if the change is of literals only. What all the evidence has in common is enough to show
   * a literal: it did not change with the object.
   */
  static String of(List<Evidence> group) {
    return of(group, group.get(group.size() - 1).changes());
  }

  /** Returns the same without changes of text: what is left to say beside a person's sentence. */
  static String ofChoices(List<Evidence> group) {
    Evidence newest = group.get(group.size() - 1);
    return of(group, newest.changes().stream().filter(one -> !isText(one)).toList());
  }

  private static String of(List<Evidence> group, List<Change> changes) {
    Evidence newest = group.get(group.size() - 1);
    List<String> parts = new ArrayList<>();
    for (Change change : changes) {
      String part = part(change, others(change, group), newest);
      if (!part.isEmpty() && parts.size() < PARTS) {
        parts.add(part);
      }
    }
    return String.join(", ", parts);
  }

  private static List<Change> others(Change change, List<Evidence> group) {
    return group.subList(0, group.size() - 1).stream()
        .flatMap(one -> one.changes().stream())
        .filter(one -> one.path().equals(change.path()))
        .toList();
  }

  private static String part(Change change, List<Change> others, Evidence evidence) {
    if (isText(change)) {
      return words(change, others);
    }
    if (change.to().isEmpty()) {
      boolean listed = change.path().endsWith("]");
      return !listed && Deltas.isChoice(change.from()) ? "no `" + change.path() + "`" : "";
    }
    String slot = isSmall(change.to()) ? "<n>" : Slots.mask(change.to());
    boolean id = slot.equals("<id>") || slot.equals("<hash>") || slot.equals("<uuid>");
    boolean constant = others.stream().anyMatch(one -> one.to().equals(change.to()));
    boolean fresh = change.from().isEmpty() && !Literals.of(evidence).isIn(change.to());
    if (id && !constant) {
      return change.from().isEmpty() ? "`" + change.path() + "`" : "";
    }
    if (!constant && !fresh && !Deltas.isChoice(change.to()) && !isSmall(change.to())) {
      return "";
    }
    boolean told = Deltas.isChoice(change.from()) || isSmall(change.from());
    return "`"
        + change.path()
        + "` = `"
        + change.to()
        + "`"
        + (told ? " (not `" + change.from() + "`)" : "");
  }

  // A limit, a duration, a ratio, an account: an object's number is longer or begins with letters.
  private static boolean isSmall(String value) {
    return QUANTITY.matcher(value).matches();
  }

  private static boolean isText(Change change) {
    return change.path().isEmpty() || isProse(change.from()) || isProse(change.to());
  }

  private static boolean isProse(String value) {
    return value.strip().indexOf(' ') > 0 || value.indexOf('(') > 0;
  }

  private static String words(Change change, List<Change> others) {
    Set<String> in = new LinkedHashSet<>(Deltas.added(change));
    Set<String> out = new LinkedHashSet<>(Deltas.removed(change));
    for (Change other : others) {
      in.retainAll(Deltas.added(other));
      out.retainAll(Deltas.removed(other));
    }
    in.removeIf(word -> Slots.mask(word).startsWith("<") && !Slots.mask(word).startsWith("<n> "));
    out.removeIf(word -> Slots.mask(word).startsWith("<") && !Slots.mask(word).startsWith("<n> "));
    // A rewritten text has no change that could be named.
    if (in.isEmpty() || in.size() > WORDS || (others.isEmpty() && out.size() > WORDS)) {
      return "";
    }
    String not =
        out.isEmpty() || out.size() > WORDS ? "" : " (not `" + asWritten(out, change.from()) + "`)";
    return "`" + asWritten(in, change.to()) + "`" + not;
  }

  // "log" and "info" that stand as "log.info" are shown so, and a flag keeps its dashes: what is
  // shown can be typed.
  private static String asWritten(Set<String> words, String text) {
    StringBuilder shown = new StringBuilder();
    String before = "";
    for (String word : words) {
      boolean joined = !before.isEmpty() && text.contains(before + "." + word);
      shown
          .append(joined ? "." : shown.isEmpty() ? "" : " ")
          .append(joined ? "" : dashes(word, text));
      shown.append(word);
      before = word;
    }
    return shown.toString();
  }

  private static String dashes(String word, String text) {
    int at = text.indexOf(word);
    int from = at;
    while (from > 0 && text.charAt(from - 1) == '-') {
      from--;
    }
    boolean flag = from < at && (from == 0 || Character.isWhitespace(text.charAt(from - 1)));
    return flag ? text.substring(from, at) : "";
  }
}
