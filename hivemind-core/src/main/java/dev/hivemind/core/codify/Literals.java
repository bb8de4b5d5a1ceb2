package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.core.text.Json;
import dev.hivemind.core.text.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The literals of one incident: order numbers, names, files of the corrected call. They have no
 * place in a lesson; numbers the person said that the call did not hold are the lesson.
 */
final class Literals {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_.,@/#:-]*[\\p{L}\\p{M}\\p{N}])?");
  private static final Pattern LONG_NUMBER = Pattern.compile("(?s)(?:\\D*+\\d){5}.*");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Map<String, String> slots;

  private Literals(Map<String, String> slots) {
    this.slots = slots;
  }

  static Literals of(Evidence evidence) {
    Map<String, String> slots = new LinkedHashMap<>();
    Json.leaves(evidence.situation().example())
        .forEach(
            (path, value) -> {
              boolean changed =
                  evidence.changes().stream().anyMatch(one -> one.path().equals(path));
              if (!path.isEmpty() && !changed && Slots.value(path, value).startsWith("<")) {
                take(slots, path, value);
              }
            });
    return new Literals(slots);
  }

  private static void take(Map<String, String> slots, String path, String value) {
    String slot = "<" + path.replaceAll("\\[\\d+\\]", "") + ">";
    slots.putIfAbsent(value, slot);
    for (String token : BLANKS.splitAsStream(value).toList()) {
      // Prose has capitals at its beginnings only; a short value is a name.
      boolean name =
          value.length() <= 40 && token.length() > 2 && Character.isUpperCase(token.codePointAt(0));
      if (name || Slots.mask(token).startsWith("<")) {
        slots.putIfAbsent(token, slot);
        slots.putIfAbsent(token.replaceFirst("\\.0+$", ""), slot);
      }
    }
  }

  /** Returns whether the text holds one of them. */
  boolean isIn(String text) {
    return !masked(text).equals(text);
  }

  /** Returns the text with each of them, and every long number, turned into its slot. */
  String masked(String text) {
    String whole = text;
    for (Map.Entry<String, String> one : slots.entrySet()) {
      // Scripts without blanks have no tokens: a value is looked for as it is.
      if (one.getKey().length() > 1 && one.getKey().codePointAt(0) >= 0x2E80) {
        whole = whole.replace(one.getKey(), one.getValue());
      }
    }
    return TOKEN.matcher(whole).replaceAll(match -> Matcher.quoteReplacement(token(match.group())));
  }

  private String token(String token) {
    String slot =
        slots.getOrDefault(token, slots.getOrDefault(token.replaceFirst("(?:'s|:)$", ""), ""));
    if (!slot.isEmpty()) {
      return slot;
    }
    return LONG_NUMBER.matcher(token).matches() ? Slots.mask(token) : token;
  }

  /** Returns the sentences with their literals masked. */
  List<String> masked(List<String> sentences) {
    return sentences.stream().map(this::masked).toList();
  }
}
