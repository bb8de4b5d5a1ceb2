package dev.hivemind.core.recall;

import java.util.Arrays;

/** Weights by hash, few of them and never changed: what is known of a text beforehand. */
final class Vector {
  static final Vector EMPTY = new Vector(new int[0], new float[0]);

  // What searching one key costs, compared with looking one up in a table.
  private static final long SEARCHING = 6;

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
      counts.weights[i] = counts.weights[i] == 1 ? 1 : 1 + (float) Math.log(counts.weights[i]);
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
    int[] sorted = Sorting.sorted(hashes);
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

  /** Returns the same keys, each of weight 1. */
  Vector present() {
    float[] ones = new float[keys.length];
    Arrays.fill(ones, 1);
    return new Vector(keys, ones);
  }

  /** Returns the sum of the two. */
  Vector plus(Vector other) {
    int[] sumKeys = new int[keys.length + other.keys.length];
    float[] sums = new float[sumKeys.length];
    int size = 0;
    int here = 0;
    int there = 0;
    while (here < keys.length || there < other.keys.length) {
      int order = order(here, other.keys, there);
      sumKeys[size] = order <= 0 ? keys[here] : other.keys[there];
      float mine = order <= 0 ? weights[here++] : 0;
      sums[size++] = mine + (order >= 0 ? other.weights[there++] : 0);
    }
    return new Vector(Arrays.copyOf(sumKeys, size), Arrays.copyOf(sums, size));
  }

  // Whose key comes first: negative for mine, 0 if they are the same.
  private int order(int here, int[] others, int there) {
    if (here == keys.length || there == others.length) {
      return here == keys.length ? 1 : -1;
    }
    return Integer.compare(keys[here], others[there]);
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

  /** Returns other weights for the same keys; the array is kept. */
  Vector weighing(float[] others) {
    return new Vector(keys, others);
  }

  /** Returns where a key is, or a negative number. */
  int find(int key) {
    int at = guess(key);
    while (at > 0 && keys[at] > key) {
      at--;
    }
    while (at < keys.length && keys[at] < key) {
      at++;
    }
    return at < keys.length && keys[at] == key ? at : -1;
  }

  // Hashes lie evenly between the least number and the greatest: one is found near to its share of
  // the way (interpolation search), within the same stretch of memory as a rule.
  private int guess(int key) {
    return (int) ((((long) key - Integer.MIN_VALUE) * keys.length) >>> Integer.SIZE);
  }

  /**
   * Returns the sum of the products of the weights both have. Whichever way is shorter is taken:
   * every key of this one looked up in the table, or the other's keys searched here.
   */
  double dot(Vector other, Table table) {
    return isShortFor(other) ? search(other) : lookUp(table);
  }

  /** Returns whether searching another vector's keys here is less work than the other way round. */
  boolean isShortFor(Vector few) {
    return few.keys.length * SEARCHING < keys.length;
  }

  private double lookUp(Table table) {
    double sum = 0;
    for (int i = 0; i < keys.length; i++) {
      sum += weights[i] * table.get(keys[i]);
    }
    return sum;
  }

  /** Returns the sum of the products of the weights both have: the cosine of two of length 1. */
  double cosine(Vector other) {
    return search(other);
  }

  private double search(Vector few) {
    double sum = 0;
    for (int i = 0; i < few.keys.length; i++) {
      int at = find(few.keys[i]);
      if (at >= 0) {
        sum += weights[at] * few.weights[i];
      }
    }
    return sum;
  }
}
