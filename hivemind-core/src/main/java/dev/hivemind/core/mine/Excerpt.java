package dev.hivemind.core.mine;

/** Text short enough to be kept with a skill. */
final class Excerpt {
  private static final int LONGEST = 1_000;

  private Excerpt() {}

  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isLowSurrogate(text.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }
}
