package dev.hivemind.core.skillfile;

import java.util.Arrays;
import java.util.List;

/**
 * Which lines of a text are which of another: a longest common subsequence between the equal lines
 * at both ends. Where that would take more than {@value #CELLS} comparisons, nothing in between
 * counts as equal.
 */
final class LineMatch {
  private static final int CELLS = 4_000_000;

  private final List<String> a;
  private final List<String> b;
  private final int[] partners;

  private LineMatch(List<String> a, List<String> b) {
    this.a = a;
    this.b = b;
    this.partners = new int[a.size()];
  }

  /** Returns for each line of {@code a} the index of its partner in {@code b}, ascending, or -1. */
  static int[] of(List<String> a, List<String> b) {
    LineMatch match = new LineMatch(a, b);
    match.match();
    return match.partners;
  }

  private void match() {
    Arrays.fill(partners, -1);
    int start = 0;
    while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
      partners[start] = start;
      start++;
    }
    int endA = a.size();
    int endB = b.size();
    while (endA > start && endB > start && a.get(endA - 1).equals(b.get(endB - 1))) {
      partners[--endA] = --endB;
    }
    if ((long) (endA - start) * (endB - start) <= CELLS) {
      between(start, endA, endB);
    }
  }

  private void between(int start, int endA, int endB) {
    int[][] longest = new int[endA - start + 1][endB - start + 1];
    for (int i = endA - start - 1; i >= 0; i--) {
      for (int j = endB - start - 1; j >= 0; j--) {
        longest[i][j] =
            a.get(start + i).equals(b.get(start + j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < endA - start && j < endB - start) {
      if (a.get(start + i).equals(b.get(start + j))) {
        partners[start + i++] = start + j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }
}
