package dev.hivemind.core.mine.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Lower case without accents, for text and cues alike: people leave accents out, and plain letters
 * need none of the slow Unicode modes of a pattern, which differ between versions of Java.
 */
public final class Fold {
  private static final Pattern LATIN_MARK = Pattern.compile("(?<=[a-z])[\\u0300-\\u036f]+");

  private Fold() {}

  /** Returns the text folded. */
  public static String of(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace("\u00df", "ss");
    boolean plain = lower.chars().allMatch(c -> c < 0x80);
    if (plain) {
      return lower;
    }
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    return Normalizer.normalize(LATIN_MARK.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }
}
