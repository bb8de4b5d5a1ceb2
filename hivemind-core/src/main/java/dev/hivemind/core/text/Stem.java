package dev.hivemind.core.text;

/**
 * Light English stemming: plurals, {@code -ing} and {@code -ed}. It leaves other languages nearly
 * alone, which a full stemmer does not.
 */
final class Stem {
  private static final int SHORTEST = 4;
  private static final String VOWELS = "aeiouy";

  private Stem() {}

  static String of(String word) {
    return word.length() < SHORTEST || !isEnglish(word) ? word : verb(plural(word));
  }

  // Loops, not streams: this is asked of every word of every skill when a library is opened.
  private static boolean isEnglish(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasVowel(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (VOWELS.indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String plural(String word) {
    if (word.endsWith("ies") && word.length() > SHORTEST) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("sses")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("xes")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural =
        word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static String verb(String word) {
    String stem = word;
    if (word.endsWith("ing")) {
      stem = word.substring(0, word.length() - 3);
    } else if (word.endsWith("ed")) {
      stem = word.substring(0, word.length() - 2);
    }
    if (stem.length() < 3 || !hasVowel(stem)) {
      return word;
    }
    int last = stem.length() - 1;
    boolean doubled = stem.length() < word.length() && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "lsz".indexOf(stem.charAt(last)) < 0
        ? stem.substring(0, last)
        : silentE(stem);
  }

  // "use" and "using" meet at "us", "merge" and "merged" at "merg".
  private static String silentE(String stem) {
    boolean silent = stem.length() > 3 && stem.endsWith("e");
    return silent ? stem.substring(0, stem.length() - 1) : stem;
  }
}
