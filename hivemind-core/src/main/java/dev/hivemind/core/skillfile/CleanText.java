package dev.hivemind.core.skillfile;

import java.util.regex.Pattern;

/** Makes any text fit for a strict SKILL.md. Cleaning twice changes nothing more. */
final class CleanText {
  /** The specification's limit for a description, in UTF-16 units. */
  static final int DESCRIPTION = 1024;

  /** Fewer than 500 lines. */
  static final int BODY_LINES = 499;

  /**
   * 5,000 tokens of about four bytes each. Bytes and not characters: a tokeniser needs about as
   * many tokens for three bytes of Chinese as for four of English.
   */
  static final int BODY_BYTES = 20_000;

  static final String CUT =
      "(Cut here: the body of a skill has fewer than 500 lines and 5,000 tokens.)";

  private static final Pattern FENCE = Pattern.compile("-{3,}");

  /** Invisible characters that only hide or reorder text; joiners stay, emoji and Persian need. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF"
              + "\\uFFF9-\\uFFFB\\x{E0000}-\\x{E0FFF}\\p{Cs}\\uFFFE\\uFFFF]");

  /**
   * Of these the marks of direction stay in a body: Hebrew beside code needs them, and they turn
   * one letter.
   */
  private static final Pattern HIDDEN_IN_BODY =
      Pattern.compile("(?![\\u061C\\u200E\\u200F])" + HIDDEN.pattern());

  private CleanText() {}

  /**
   * Returns the text on one line, without hidden or control characters, with look-alikes for what a
   * loader trips over, cut to {@value #DESCRIPTION} units; may be empty.
   */
  static String line(String text) {
    String visible = HIDDEN.matcher(head(text, 64 * DESCRIPTION)).replaceAll("");
    StringBuilder line = new StringBuilder();
    visible.codePoints().forEach(point -> append(line, point));
    String clean = FENCE.matcher(line.toString().strip()).replaceAll("\u2014");
    return clean.length() <= DESCRIPTION ? clean : head(clean, DESCRIPTION - 1).strip() + "\u2026";
  }

  private static void append(StringBuilder line, int point) {
    if (isBlank(point)) {
      if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    } else {
      line.appendCodePoint(lookAlike(point));
    }
  }

  private static boolean isBlank(int point) {
    return Character.isISOControl(point)
        || Character.isWhitespace(point)
        || Character.isSpaceChar(point);
  }

  private static int lookAlike(int point) {
    return switch (point) {
      case '"' -> '\'';
      case '\\' -> '/';
      case '<' -> '\u2039';
      case '>' -> '\u203A';
      default -> point;
    };
  }

  /**
   * Returns the text with LF as line end, without control characters, characters that hide or
   * reorder text, trailing blanks, blanks and blank lines around it, and three hyphens in a row
   * outside of code, cut to the limits with a last line that says so; may be empty.
   */
  static String body(String text) {
    String visible = HIDDEN_IN_BODY.matcher(Lines.unix(text)).replaceAll("");
    String body = Hyphens.replaced(stripped(Lines.normal(printable(visible))));
    boolean fits = Lines.bytes(body) <= BODY_BYTES && lines(body) <= BODY_LINES;
    return fits ? body : cut(body);
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .map(CleanText::bodyCharacter)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static int bodyCharacter(int point) {
    if (point == '\n' || point == '\t' || !Character.isISOControl(point)) {
      return point;
    }
    return point == '\u0085' ? '\n' : ' ';
  }

  /** Readers strip what they call blank, and do not agree on it. */
  private static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count() + 1;
  }

  private static String cut(String body) {
    int end = 0;
    int lines = 1;
    int bytes = Lines.bytes(CUT) + 2;
    int lineStart = 0;
    while (end < body.length()) {
      int next = body.offsetByCodePoints(end, 1);
      bytes += Lines.bytes(body.substring(end, next));
      if (body.charAt(end) == '\n') {
        lines++;
        lineStart = end;
      }
      if (bytes > BODY_BYTES || lines > BODY_LINES - 2) {
        break;
      }
      end = next;
    }
    // A cut at a line's end reads better, unless one very long line is all there is.
    int stop = lineStart > end / 2 ? lineStart : end;
    return Lines.normal(body.substring(0, stop)) + "\n\n" + CUT;
  }

  private static String head(String text, int units) {
    if (text.length() <= units) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
  }
}
