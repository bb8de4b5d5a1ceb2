package dev.hivemind.core.mine.words;

import java.util.regex.Pattern;

/**
 * A question that holds its own answer: "is there another way, something like a service account?"
 * says what to do, "what does it cost?" does not.
 */
public final class Suggestion {
  // The words after which people name the thing they would rather have, one group a language:
  // English, German, Spanish, French, Portuguese, Chinese, Japanese.
  private static final Pattern NAMES_ANOTHER =
      Pattern.compile(
          "\\b(?:instead|rather than|something like|why not|how about|(?:can|could|should)n't we)\\b"
              + "|\\b(?:stattdessen|anstatt|lieber|so etwas wie|sowas wie|warum nicht)\\b"
              + "|\\b(?:en vez de|en lugar de|algo como|por que no)\\b"
              + "|\\b(?:au lieu de|plutot|quelque chose comme|pourquoi pas)\\b"
              + "|\\b(?:em vez de|por que nao)\\b"
              + "|换成|改用|不如|为什么不用|代わりに|ではなく|のほうが|の方が");

  private Suggestion() {}

  /** Returns whether a sentence names what could be done instead. */
  public static boolean isIn(String sentence) {
    return NAMES_ANOTHER.matcher(Fold.of(sentence)).find();
  }
}
