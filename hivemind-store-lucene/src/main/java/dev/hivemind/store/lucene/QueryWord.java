package dev.hivemind.store.lucene;

import org.apache.lucene.util.BytesRef;

/**
 * A word to score by.
 *
 * @param term as it stands in the index
 * @param holders how many living entries of the workspace have it
 * @param likeness 1, or less if it stands for a misspelt word
 */
record QueryWord(BytesRef term, int holders, double likeness) {
  /** Returns the rarity by BM25, {@code ln(1 + (N - n + 0.5) / (n + 0.5))}, times likeness. */
  double weight(int entries) {
    return likeness * Math.log(1 + (entries - holders + .5) / (holders + .5));
  }
}
