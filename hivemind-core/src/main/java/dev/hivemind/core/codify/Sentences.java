package dev.hivemind.core.codify;

import dev.hivemind.core.mine.words.Quotations;
import dev.hivemind.core.mine.words.Quotations.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as sentences. What is quoted is never taken apart: a text somebody dictates has sentences of
 * its own, and belongs to the sentence that introduces it.
 */
final class Sentences {
  private static final Pattern END =
      Pattern.compile("(?<=[.!?][\"')]?)\\s+|(?<=[\u3002\uff01\uff1f])|\\n+");

  private static final String STOPS = ".!?\u3002\uff01\uff1f";

  private Sentences() {}

  static List<String> of(String text) {
    List<Span> quoted = Quotations.in(text);
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(text);
    int from = 0;
    while (end.find()) {
      int at = end.start();
      int next = end.end();
      if (quoted.stream().noneMatch(one -> goesOn(text, one, at, next))) {
        add(sentences, text.substring(from, at));
        from = next;
      }
    }
    add(sentences, text.substring(from));
    return List.copyOf(sentences);
  }

  private static void add(List<String> sentences, String sentence) {
    if (!sentence.isBlank()) {
      sentences.add(sentence.strip());
    }
  }

  // Whether the sentence goes on from one index to another: within a quotation, after one in
  // mid-sentence, or with one that it introduces.
  private static boolean goesOn(String text, Span quoted, int at, int next) {
    boolean small = next < text.length() && Character.isLowerCase(text.charAt(next));
    return quoted.holds(at)
        || (quoted.to() == at && small)
        || (quoted.from() == next && isWhole(text, quoted));
  }

  // A quotation that is no part of the sentence after it.
  private static boolean isWhole(String text, Span quoted) {
    return quoted.to() == text.length()
        || (STOPS.indexOf(text.charAt(quoted.to() - 2)) >= 0
            && Character.isWhitespace(text.charAt(quoted.to())));
  }

  /** Returns the text cut between words to a number of characters, with dots that say so. */
  static String cut(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = text.lastIndexOf(' ', characters - 3);
    int cut = end > characters / 2 ? end : characters - 3;
    if (Character.isLowSurrogate(text.charAt(cut))) {
      cut--;
    }
    return text.substring(0, cut) + "...";
  }
}
