package dev.hivemind.core.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Text as words that can be compared: lower case, camelCase and snake_case split, light English
 * stemming; scripts written without blanks (Chinese, Japanese, Thai) as pairs of characters.
 */
public final class Words {
  private static final int SHINGLE = 3;

  private Words() {}

  /** Returns the words in order, repeated as they are in the text. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    int from = 0;
    while (from < normal.length()) {
      int to = end(normal, from);
      if (to == from) {
        from += Character.charCount(normal.codePointAt(from));
      } else {
        add(normal.substring(from, to), words);
        from = to;
      }
    }
    return words;
  }

  // The end of the run of letters or of digits that begins here; camelCase ends a run.
  private static int end(String text, int from) {
    int first = text.codePointAt(from);
    if (!Character.isLetterOrDigit(first)) {
      return from;
    }
    int at = from + Character.charCount(first);
    int before = first;
    while (at < text.length()) {
      int now = text.codePointAt(at);
      if (!belongs(now)
          || (Character.isUpperCase(now) && Character.isLowerCase(before))
          || unspaced(before) != unspaced(now)
          || Character.isDigit(before) != Character.isDigit(now)) {
        break;
      }
      before = now;
      at += Character.charCount(now);
    }
    return at;
  }

  private static boolean belongs(int c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean unspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.THAI;
  }

  private static void add(String run, List<String> words) {
    if (!unspaced(run.codePointAt(0))) {
      words.add(Stem.of(run.toLowerCase(Locale.ROOT)));
      return;
    }
    int[] points = run.codePoints().toArray();
    if (points.length == 1) {
      words.add(run);
    }
    for (int i = 0; i + 1 < points.length; i++) {
      words.add(new String(points, i, 2));
    }
  }

  /**
   * Returns how much of their runs of three words two texts share, 0 to 1 (Jaccard). The ends count
   * as words, so that texts of one or two words can be compared.
   */
  public static double similarity(String one, String other) {
    return jaccard(shingles(of(one)), shingles(of(other)));
  }

  /** Returns the size of the intersection over the size of the union; 0 for two empty sets. */
  public static double jaccard(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    long all = one.size() + other.size() - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  private static Set<String> shingles(List<String> words) {
    List<String> padded = new ArrayList<>(words.size() + 2);
    padded.add("^");
    padded.addAll(words);
    padded.add("$");
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= padded.size(); i++) {
      shingles.add(String.join(" ", padded.subList(i, i + SHINGLE)));
    }
    return shingles;
  }
}
