package dev.hivemind.core.codify;

import java.util.List;
import java.util.regex.Pattern;

/** Text as sentences. */
final class Sentences {
  private static final Pattern END =
      Pattern.compile("(?<=[.!?][\"')]?)\\s+|(?<=[\u3002\uff01\uff1f])|\\n+");

  private Sentences() {}

  static List<String> of(String text) {
    return END.splitAsStream(text).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  /** Returns the text cut between words to a number of characters, with dots that say so. */
  static String cut(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = text.lastIndexOf(' ', characters - 3);
    int cut = end > characters / 2 ? end : characters - 3;
    if (Character.isLowSurrogate(text.charAt(cut))) {
      cut--;
    }
    return text.substring(0, cut) + "...";
  }
}
