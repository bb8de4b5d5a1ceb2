package dev.hivemind.core.recall;

import java.util.Arrays;

/** Weights by hash, few of them and never changed: what is known of a text beforehand. */
final class Vector {
  static final Vector EMPTY = new Vector(new int[0], new float[0]);

  private final int[] keys;
  private final float[] weights;

  private Vector(int[] keys, float[] weights) {
    this.keys = keys;
    this.weights = weights;
  }

  /**
   * Returns the vector of length 1 in which each distinct hash weighs 1 + ln(how often it occurs).
   */
  static Vector unit(int[] hashes) {
    Vector counts = counts(hashes);
    double squares = 0;
    for (int i = 0; i < counts.keys.length; i++) {
      counts.weights[i] = 1 + (float) Math.log(counts.weights[i]);
      squares += counts.weights[i] * counts.weights[i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < counts.keys.length; i++) {
      counts.weights[i] /= length;
    }
    return counts;
  }

  /** Returns how often each distinct hash occurs. */
  static Vector counts(int[] hashes) {
    int[] sorted = hashes.clone();
    Arrays.sort(sorted);
    int[] keys = new int[sorted.length];
    float[] counts = new float[sorted.length];
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        keys[distinct++] = sorted[i];
      }
      counts[distinct - 1]++;
    }
    return new Vector(Arrays.copyOf(keys, distinct), Arrays.copyOf(counts, distinct));
  }

  /** Returns a vector of the given weights; the arrays are kept. */
  static Vector of(int[] keys, float[] weights) {
    return new Vector(keys, weights);
  }

  int size() {
    return keys.length;
  }

  int key(int i) {
    return keys[i];
  }

  float weight(int i) {
    return weights[i];
  }

  /** Returns the sum of the products of the weights both have. */
  double dot(Table other) {
    double sum = 0;
    for (int i = 0; i < keys.length; i++) {
      sum += weights[i] * other.get(keys[i]);
    }
    return sum;
  }
}
