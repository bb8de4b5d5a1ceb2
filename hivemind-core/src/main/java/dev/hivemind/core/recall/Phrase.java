package dev.hivemind.core.recall;

import dev.hivemind.core.text.Grams;
import java.util.Arrays;

/**
 * One thing a skill says it is for.
 *
 * @param words its distinct words
 * @param grams its grams, of length 1
 */
record Phrase(Vector words, Vector grams) {
  static Phrase of(String text) {
    int[] distinct = Arrays.stream(Hashes.words(text)).distinct().toArray();
    return new Phrase(Vector.counts(distinct), Vector.unit(Grams.of(text)));
  }
}
