package dev.hivemind.core.codify;

import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Slots;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that came in and went out with a change. */
final class Deltas {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}_.@/=+-]*|\\+\\p{N}+");
  private static final Pattern NUMBER = Pattern.compile("[\\p{N}.,]+");

  private Deltas() {}

  /** Returns whether a value chooses a behaviour rather than naming an object. */
  static boolean isChoice(String value) {
    return Slots.isEnum(value)
        || (!value.isBlank()
            && value.length() <= 40
            && value.indexOf(' ') < 0
            && !Slots.mask(value).startsWith("<"));
  }

  /** Returns whether the new value chooses a behaviour, or differs in one word that does. */
  static boolean isChosen(Change change) {
    List<String> added = added(change);
    return isChoice(change.to())
        || (added.size() == 1 && removed(change).size() <= 1 && isChoice(added.get(0)));
  }

  /** Returns the words of the new value that the old one lacks; a bare number with its noun. */
  static List<String> added(Change change) {
    return missing(change.to(), change.from());
  }

  /** Returns the words of the old value that the new one lacks; a bare number with its noun. */
  static List<String> removed(Change change) {
    return missing(change.from(), change.to());
  }

  private static List<String> missing(String in, String from) {
    Set<String> known = new LinkedHashSet<>();
    words(from).forEach(word -> known.add(word.toLowerCase(Locale.ROOT)));
    List<String> words = words(in);
    Set<String> missing = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!known.contains(word.toLowerCase(Locale.ROOT))) {
        boolean noun = NUMBER.matcher(word).matches() && i + 1 < words.size();
        missing.add(noun ? word + " " + words.get(i + 1) : word);
      }
    }
    return List.copyOf(missing);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      // A dot joins file names and versions; in code it stands between two words.
      for (String word : matcher.group().split("(?<=\\p{L})\\.(?=\\p{L})|[.=]+$", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
