package dev.hivemind.core.recall;

import dev.hivemind.core.text.Grams;

/**
 * One thing a skill says it is for.
 *
 * @param words its distinct words
 * @param grams its grams, of length 1
 */
record Phrase(Vector words, Vector grams) {
  static Phrase of(String text) {
    return new Phrase(Hashes.distinct(text), Vector.unit(Grams.of(text)));
  }
}
