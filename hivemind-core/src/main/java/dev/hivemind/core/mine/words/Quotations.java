package dev.hivemind.core.mine.words;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text quotes rather than says: a quoted question asks nothing, and a quoted sentence ends
 * none. A quotation that nobody closed reaches to the end of its line. Apostrophes are no marks:
 * too many words have one.
 */
public final class Quotations {
  /** What stands where a quotation stood, so that a sentence keeps its shape. */
  private static final String STEAD = "\"\"";

  // An opening mark and the marks that close it, as the languages with cues write them.
  private static final String OPENING = "\"\u201c\u201e\u00ab\u300c\u300e";
  private static final List<String> CLOSING =
      List.of("\"\u201d", "\u201d\"", "\u201c\u201d", "\u00bb", "\u300d", "\u300f");

  /**
   * A quotation's place in a text.
   *
   * @param from the index of its opening mark
   * @param to the index after its closing mark
   */
  public record Span(int from, int to) {
    /** Returns whether an index lies within, after the opening mark and before the end. */
    public boolean holds(int index) {
      return from < index && index < to;
    }
  }

  private Quotations() {}

  /** Returns where the text quotes, in order; quotations do not overlap. */
  public static List<Span> in(String text) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int mark = OPENING.indexOf(text.charAt(at));
      if (mark >= 0 && opens(text, at)) {
        int end = end(text, at + 1, CLOSING.get(mark));
        spans.add(new Span(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return List.copyOf(spans);
  }

  /** Returns what the text says itself: each quotation an empty one. */
  public static String without(String text) {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (Span span : in(text)) {
      said.append(text, from, span.from()).append(STEAD);
      from = span.to();
    }
    return said.append(text, from, text.length()).toString();
  }

  // The plain mark opens and closes: one of inches, or one that closes what was never opened,
  // stands
  // right after a character.
  private static boolean opens(String text, int at) {
    boolean plain = text.charAt(at) == '"';
    boolean begins = at == 0 || !isLetter(text.charAt(at - 1));
    boolean followed = at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1));
    return !plain || (begins && followed);
  }

  private static int end(String text, int from, String closing) {
    for (int i = from; i < text.length(); i++) {
      if (closing.indexOf(text.charAt(i)) >= 0 && closes(text, i)) {
        return i + 1;
      }
    }
    int line = text.indexOf('\n', from);
    return line < 0 ? text.length() : line;
  }

  private static boolean closes(String text, int at) {
    boolean plain = text.charAt(at) == '"';
    return !plain || at + 1 == text.length() || !isLetter(text.charAt(at + 1));
  }

  // Scripts without blanks set their marks right between letters.
  private static boolean isLetter(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }
}
