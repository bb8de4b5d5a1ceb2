package dev.hivemind.core.inspect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a model may read in a text that people read otherwise. */
final class Readings {
  private static final Pattern SPELLED =
      Pattern.compile("(?<!\\w)(?:\\w[ .\\-_*]){3,60}\\w(?!\\w)");
  private static final Pattern BETWEEN = Pattern.compile("[ .\\-_*]");

  private Readings() {}

  /** Returns the text without hidden characters and in one form of each letter. */
  static String plain(String text) {
    return LookAlikes.latin(Normalizer.normalize(HiddenText.removed(text), Normalizer.Form.NFKC));
  }

  static List<String> of(String text) {
    String lower = plain(text).toLowerCase(Locale.ROOT);
    List<String> readings = new ArrayList<>(List.of(lower));
    readings.add(joined(lower));
    readings.add(new StringBuilder(lower).reverse().toString());
    readings.add(turned(lower));
    readings.add(unleet(lower));
    readings.add(tags(text));
    EncodedText.decoded(text).forEach(one -> readings.add(one.toLowerCase(Locale.ROOT)));
    // Cyrillic and Greek words of their own, which the look-alikes would garble.
    readings.add(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    return readings;
  }

  // "i g n o r e" and "i-g-n-o-r-e".
  private static String joined(String text) {
    return SPELLED.matcher(text).replaceAll(run -> BETWEEN.matcher(run.group()).replaceAll(""));
  }

  private static String turned(String text) {
    StringBuilder turned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      turned.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
    }
    return turned.toString();
  }

  private static String unleet(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = "0134578@$!|".indexOf(text.charAt(i));
      letters.append(digit < 0 ? text.charAt(i) : "oieastbasil".charAt(digit));
    }
    return letters.toString();
  }

  private static String tags(String text) {
    StringBuilder spelled = new StringBuilder();
    text.codePoints()
        .filter(c -> c > 0xE0000 && c < 0xE007F)
        .forEach(c -> spelled.append((char) (c - 0xE0000)));
    return spelled.toString().toLowerCase(Locale.ROOT);
  }
}
