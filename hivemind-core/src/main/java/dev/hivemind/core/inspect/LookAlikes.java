package dev.hivemind.core.inspect;

import java.util.regex.Pattern;

/**
 * Words of one alphabet in which letters of another stand that look the same: those of Unicode's
 * confusables that a Latin reader cannot tell apart. A word that has letters of its own alphabet
 * that no Latin letter looks like is a word, not a disguise.
 */
final class LookAlikes {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}+");

  private static final String CYRILLIC =
      "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D\u04CF"
          + "\u0410\u0412\u0415\u0417\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405";
  private static final String GREEK =
      "\u03BF\u03B1\u03B5\u03B9\u03BA\u03BD\u03C1\u03C4\u03C5\u03C7\u03B3\u0391\u0392\u0395\u0396"
          + "\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
  private static final String ALIKE = CYRILLIC + GREEK;
  // What they look like, in the same order.
  private static final String LATIN =
      "aeopcyxijshdqwlABEZKMHOPCTYXIJS" + "oaeikvptuxyABEZHIKMNOPTYX";

  private LookAlikes() {}

  static boolean in(String text) {
    return WORD.matcher(text)
        .results()
        .anyMatch(
            word ->
                word.group().chars().anyMatch(c -> ALIKE.indexOf(c) >= 0)
                    && word.group().chars().anyMatch(c -> c < 0x80)
                    && word.group().chars().allMatch(c -> c < 0x250 || ALIKE.indexOf(c) >= 0));
  }

  /** Returns the text with Latin letters for those that look like them. */
  static String latin(String text) {
    StringBuilder latin = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int alike = text.charAt(i) < 0x370 ? -1 : ALIKE.indexOf(text.charAt(i));
      latin.append(alike < 0 ? text.charAt(i) : LATIN.charAt(alike));
    }
    return latin.toString();
  }
}
