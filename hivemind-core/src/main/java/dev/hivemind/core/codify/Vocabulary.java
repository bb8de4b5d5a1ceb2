package dev.hivemind.core.codify;

import dev.hivemind.core.text.Words;
import java.util.HashSet;
import java.util.Set;

/** The telling words of a text: what two texts about one thing share. */
final class Vocabulary {
  // Words that stand in any correction: without them two unrelated ones would look alike.
  private static final Set<String> COMMON =
      Set.of(
          "always",
          "never",
          "please",
          "should",
          "must",
          "have",
          "that",
          "this",
          "with",
          "from",
          "they",
          "them",
          "then",
          "when",
          "what",
          "will",
          "would",
          "into",
          "only",
          "other",
          "than",
          "some",
          "more",
          "also",
          "like",
          "really",
          "could",
          "about",
          "these",
          "those",
          "just",
          "before",
          "after",
          "here",
          "there",
          "need",
          "want",
          "instead",
          "because",
          "otherwise",
          "else",
          "every",
          "any",
          "all",
          "and",
          "the",
          "for",
          "not",
          "you",
          "are",
          "was",
          "but",
          "can",
          "our",
          "use",
          "don",
          "doesn",
          "immer",
          "nicht",
          "wird",
          "werden",
          "eine",
          "einen",
          "oder",
          "aber",
          "sonst",
          "siempre",
          "para",
          "como",
          "pero",
          "porque",
          "hay",
          "que",
          "los",
          "las",
          "una",
          "por",
          "con",
          "del",
          "toujours",
          "pour",
          "avec",
          "dans",
          "sempre");

  private Vocabulary() {}

  static Set<String> of(String text) {
    Set<String> words = new HashSet<>(Words.of(text));
    words.removeIf(
        word ->
            COMMON.contains(word) || (word.length() < 3 && word.chars().allMatch(c -> c < 0x2E80)));
    return words;
  }

  static long shared(String one, String other) {
    Set<String> second = of(other);
    return of(one).stream().filter(second::contains).count();
  }

  static double similarity(String one, String other) {
    return Words.jaccard(of(one), of(other));
  }
}
