package dev.hivemind.core.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Text as hashed runs of three to five characters: what is left to compare when a word is misspelt,
 * inflected, or written in a script without blanks. Runs cross the blank between two words, so that
 * they know a little of the order of words.
 */
public final class Grams {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 5;
  private static final int SEED = 0x9E3779B9;

  private Grams() {}

  /** Returns the hashes in order, repeated as they are in the text. */
  public static int[] of(String text) {
    char[] normal = normal(text);
    int[] hashes = new int[normal.length * (LONGEST - SHORTEST + 1)];
    int count = 0;
    for (int from = 0; from + SHORTEST <= normal.length; from++) {
      int hash = SEED;
      int to = Math.min(from + LONGEST, normal.length);
      for (int at = from; at < to; at++) {
        hash = (hash ^ normal[at]) * 0x01000193;
        if (at - from >= SHORTEST - 1) {
          hashes[count++] = mixed(hash);
        }
      }
    }
    return Arrays.copyOf(hashes, count);
  }

  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    return mixed ^ (mixed >>> 13);
  }

  // Lower case, camelCase split, whatever is no letter or digit one blank, a blank at both ends.
  private static char[] normal(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder out = new StringBuilder(normal.length() + 16).append(' ');
    char before = ' ';
    for (int i = 0; i < normal.length(); i++) {
      char now = normal.charAt(i);
      boolean part =
          Character.isLetterOrDigit(now)
              || Character.isSurrogate(now)
              || Character.getType(now) == Character.NON_SPACING_MARK;
      if (!part || (Character.isLowerCase(before) && Character.isUpperCase(now))) {
        blank(out);
      }
      if (part) {
        out.append(Character.toLowerCase(now));
      }
      before = now;
    }
    blank(out);
    return out.toString().toCharArray();
  }

  private static void blank(StringBuilder out) {
    if (out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }
}
