package dev.hivemind.core.codify;

import dev.hivemind.core.text.Words;
import java.util.List;

/**
 * Whether two sentences are one mould filled twice: "answer with the antonym" and "answer with the
 * definition" share most of their words and teach different things.
 */
final class Swap {
  private static final int FILLED = 1;
  private static final int MOULD = 2;

  private Swap() {}

  static boolean is(String one, String other) {
    List<String> first = telling(one);
    List<String> second = telling(other);
    int before = 0;
    int most = Math.min(first.size(), second.size());
    while (before < most && first.get(before).equals(second.get(before))) {
      before++;
    }
    int after = 0;
    while (after < most - before
        && first.get(first.size() - 1 - after).equals(second.get(second.size() - 1 - after))) {
      after++;
    }
    int filled = Math.max(first.size(), second.size()) - before - after;
    boolean both = Math.min(first.size(), second.size()) > before + after;
    return both && filled <= FILLED && before + after >= MOULD;
  }

  private static List<String> telling(String text) {
    return Words.of(text).stream().filter(word -> !Vocabulary.of(word).isEmpty()).toList();
  }
}
