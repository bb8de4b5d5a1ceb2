package dev.hivemind.core.mine.words;

import java.util.regex.Pattern;

/** A wording of a family in one language. */
record Cue(Family family, Pattern pattern) {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  static Cue of(Family family, String regex) {
    return new Cue(family, Pattern.compile(regex, FLAGS));
  }

  boolean isIn(String text) {
    return pattern.matcher(text).find();
  }
}
