package dev.hivemind.core.recall;

import java.util.Arrays;

/**
 * Sorts hashes: thousands of them for every skill, which is most of the work of opening a large
 * library. By digits of 11 bits (radix sort), four times as fast as comparing.
 */
final class Sorting {
  private static final int FEW = 300;
  private static final int DIGIT = 11;
  private static final int VALUES = 1 << DIGIT;

  private Sorting() {}

  /** Returns the same numbers in ascending order. */
  static int[] sorted(int[] numbers) {
    int[] from = numbers.clone();
    if (from.length < FEW) {
      Arrays.sort(from);
      return from;
    }
    int[] to = new int[from.length];
    for (int shift = 0; shift < Integer.SIZE; shift += DIGIT) {
      pass(from, to, shift);
      int[] swapped = from;
      from = to;
      to = swapped;
    }
    return from;
  }

  private static void pass(int[] from, int[] to, int shift) {
    int[] starts = new int[VALUES + 1];
    for (int number : from) {
      starts[digit(number, shift) + 1]++;
    }
    for (int i = 0; i < VALUES; i++) {
      starts[i + 1] += starts[i];
    }
    for (int number : from) {
      to[starts[digit(number, shift)]++] = number;
    }
  }

  // With the sign turned over, negative numbers come first.
  private static int digit(int number, int shift) {
    return (number ^ Integer.MIN_VALUE) >>> shift & VALUES - 1;
  }
}
