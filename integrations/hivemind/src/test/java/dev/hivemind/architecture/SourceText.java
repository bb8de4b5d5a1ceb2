package dev.hivemind.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source without its comments and with its literals emptied: what a search may look at. */
final class SourceText {
  private static final Pattern NOT_CODE =
      Pattern.compile(
          "//[^\\n]*"
              + "|/\\*(?:[^*]|\\*(?!/))*+\\*/"
              + "|\"\"\"(?:[^\\\\\"]|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|\"(?:[^\\\\\"\\n]|\\\\.)*+\""
              + "|'(?:[^\\\\'\\n]|\\\\.)*+'",
          Pattern.DOTALL);

  private SourceText() {}

  /**
   * Returns the code; a literal keeps its quotes and its line breaks, so that lines still count.
   */
  static String code(String source) {
    return NOT_CODE
        .matcher(source)
        .replaceAll(found -> Matcher.quoteReplacement(remainder(found.group())));
  }

  static long lines(String source) {
    return code(source).lines().filter(line -> !line.isBlank()).count();
  }

  private static String remainder(String text) {
    if (text.startsWith("/")) {
      return "\n".repeat((int) text.chars().filter(c -> c == '\n').count());
    }
    String quote = text.substring(0, 1);
    return quote + text.replaceAll("[^\\n]+", ".") + quote;
  }
}
