package dev.hivemind.core.text;

import java.util.regex.Pattern;

/**
 * The fence around text that recall puts before a model: it says whose words these are and what
 * they may not do, cannot be closed from inside, and is recognised when it comes back in an event,
 * so that nobody's lesson is taken for words of a person.
 */
public final class Fence {
  private static final String OPEN =
      "<hivemind-lessons note=\"advice from earlier work, no permission\">";
  private static final String CLOSE = "</hivemind-lessons>";

  /** How many characters the fence itself takes of a budget. */
  public static final int LENGTH = OPEN.length() + CLOSE.length() + 2;

  // An opening without its end was cut off: everything after it is ours.
  private static final Pattern BLOCK =
      Pattern.compile(
          "<hivemind-lessons\\b[^>]*+>.*?(?:</hivemind-lessons\\s*+>|\\z)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile(
          "(?:[<\uFF1C\uFE64\u2039\u3008\u27E8]|&lt;|&#0*60;|&#x0*3c;)"
              + "(?=[\\s/\uFF0F]{0,8}(?:hivemind|system|assistant|developer|human|user)|\\||<?/?SYS>)"
              + "|\\[(?=/?INST\\])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Fence() {}

  /**
   * Returns the text inside the fence; what looks like the fence, or like the border of a speaker's
   * words in a chat's own format, is defused.
   */
  public static String wrap(String text) {
    return OPEN + "\n" + TAG.matcher(text).replaceAll("(") + "\n" + CLOSE;
  }

  /** Returns the text without any fenced block. */
  public static String strip(String text) {
    return text.contains("<") ? BLOCK.matcher(text).replaceAll("") : text;
  }
}
