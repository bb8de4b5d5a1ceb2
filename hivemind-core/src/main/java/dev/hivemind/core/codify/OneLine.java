package dev.hivemind.core.codify;

import java.util.regex.Pattern;

/** What others wrote, fit for a line of ours: nothing in it begins another. */
final class OneLine {
  private static final Pattern BREAKS =
      Pattern.compile("[\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]+");

  private OneLine() {}

  /** Returns the text with a blank for each run of line ends and other control characters. */
  static String of(String text) {
    return BREAKS.matcher(text).replaceAll(" ").strip();
  }

  /** Returns the text as code. */
  static String code(String text) {
    return "`" + of(text.replace('`', '\'')) + "`";
  }
}
