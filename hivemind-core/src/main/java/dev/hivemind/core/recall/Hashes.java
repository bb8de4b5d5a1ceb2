package dev.hivemind.core.recall;

import dev.hivemind.core.text.Words;
import java.util.List;

/** The words of a text as hashes, in order. */
final class Hashes {
  private Hashes() {}

  static int[] words(String text) {
    List<String> words = Words.of(text);
    int[] hashes = new int[words.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = word(words.get(i));
    }
    return hashes;
  }

  /** Returns those of the distinct words. */
  static Vector distinct(String text) {
    return Vector.counts(words(text)).present();
  }

  static int word(String word) {
    int hash = word.hashCode();
    return hash * 0x85EBCA6B ^ hash >>> 15;
  }
}
