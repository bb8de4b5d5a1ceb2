package dev.hivemind.core.mine.words;

import java.util.regex.Pattern;

/** A wording of a family in one language, to be looked for in folded text. */
record Cue(Family family, Pattern pattern) {
  static Cue of(Family family, String regex) {
    return new Cue(family, Pattern.compile(folded(regex)));
  }

  // Escapes such as \\S keep their case; everything else is folded as the text will be.
  private static String folded(String regex) {
    StringBuilder folded = new StringBuilder();
    int from = 0;
    for (int at = regex.indexOf('\\'); at >= 0; at = regex.indexOf('\\', from)) {
      int end = regex.startsWith("p{", at + 1) ? regex.indexOf('}', at) + 1 : at + 2;
      folded.append(Fold.of(regex.substring(from, at))).append(regex, at, end);
      from = end;
    }
    return folded.append(Fold.of(regex.substring(from))).toString();
  }

  boolean isIn(String folded) {
    return pattern.matcher(folded).find();
  }
}
