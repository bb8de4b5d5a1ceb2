package dev.hivemind.core.redact;

/**
 * Tells a value drawn at random from one that a person or a naming scheme made.
 *
 * <p>Entropy alone cannot: a path of 40 characters has as much as a key. So three signs must come
 * together: Shannon's entropy of the characters ({@code -sum p log2 p}), lower case, upper case and
 * digits side by side (which leaves out hexadecimal hashes, UUIDs and names of models), and a
 * change between those three at every third character or oftener (which leaves out camel case).
 */
final class Randomness {
  /** Bits a character; 24 random characters of base 64 have 4.3, hexadecimal at most 4. */
  private static final double BITS = 3.9;

  private static final int CHARACTERS_PER_CHANGE = 3;
  private static final int ASCII = 128;

  private Randomness() {}

  static boolean random(String value) {
    return mixed(value) && entropy(value) >= BITS;
  }

  private static boolean mixed(String value) {
    int seen = 0;
    int last = 0;
    int changes = 0;
    for (int i = 0; i < value.length(); i++) {
      int kind = kind(value.charAt(i));
      changes += kind == last ? 0 : 1;
      seen |= kind;
      last = kind;
    }
    return (seen & 7) == 7 && changes * CHARACTERS_PER_CHANGE >= value.length();
  }

  private static int kind(char c) {
    if (c >= 'a' && c <= 'z') {
      return 1;
    }
    if (c >= 'A' && c <= 'Z') {
      return 2;
    }
    return c >= '0' && c <= '9' ? 4 : 8;
  }

  private static double entropy(String value) {
    int[] counts = new int[ASCII];
    for (int i = 0; i < value.length(); i++) {
      counts[value.charAt(i) % ASCII]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / value.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
