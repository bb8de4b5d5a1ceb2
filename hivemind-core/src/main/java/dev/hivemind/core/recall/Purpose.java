package dev.hivemind.core.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A description read for what the skill is for. Many end with what it is not for, in the very words
 * of the tasks that belong to another skill: those sentences are left out.
 */
final class Purpose {
  private static final Pattern EXCLUSION =
      Pattern.compile(
          "(?i)\\b(?:do not (?:use|invoke|trigger)|don't (?:use|invoke|trigger)|never use"
              + "|not (?:for|intended for|meant for))\\b[^.]*+(?:\\.(?!\\s)[^.]*+)*+\\.?");
  private static final Pattern PIECE =
      Pattern.compile(
          "[;,.:\\n!?()\"\u3002\uff0c\uff1b\uff1a\uff01\uff1f\u3001]+|\\s[-*\u2022]\\s");
  private static final int PIECES = 60;

  private Purpose() {}

  static String of(String description) {
    return EXCLUSION.matcher(description).replaceAll(" ");
  }

  /** Returns the pieces of two words or more that are separated by punctuation. */
  static List<String> pieces(String purpose) {
    List<String> pieces = new ArrayList<>();
    for (String piece : PIECE.split(purpose, -1)) {
      String stripped = piece.strip();
      if (stripped.length() > 3 && isSeveral(stripped) && pieces.size() < PIECES) {
        pieces.add(stripped);
      }
    }
    return pieces;
  }

  private static boolean isSeveral(String piece) {
    return piece.indexOf(' ') > 0 || piece.charAt(0) > 0x0E00;
  }
}
