package dev.hivemind.core.recall;

import dev.hivemind.core.text.Words;

/** The words of a text as hashes, in order. */
final class Hashes {
  private Hashes() {}

  static int[] words(String text) {
    return Words.of(text).stream().mapToInt(Hashes::word).toArray();
  }

  static int word(String word) {
    int hash = word.hashCode();
    return hash * 0x85EBCA6B ^ hash >>> 15;
  }
}
