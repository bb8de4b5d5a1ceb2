package dev.hivemind.core.redact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds which of at most 64 sets of keywords have one in a text, in one pass over it and ignoring
 * ASCII case: the automaton of Aho and Corasick, "Efficient string matching" (CACM 18, 1975), with
 * the failure links worked into the table.
 */
final class KeywordScanner {
  private static final int ALPHABET = 128;
  private static final int NONE = -1;

  /** The next state by state and character. */
  private final int[] next;

  /** The sets that a state has found, one bit each. */
  private final long[] found;

  private KeywordScanner(int[] next, long[] found) {
    this.next = next;
    this.found = found;
  }

  /**
   * Returns a scanner.
   *
   * @throws IllegalArgumentException if there are more than 64 sets or a keyword is not lower-case
   *     ASCII
   */
  static KeywordScanner of(List<List<String>> sets) {
    if (sets.size() > Long.SIZE) {
      throw new IllegalArgumentException("at most 64 sets of keywords, not " + sets.size());
    }
    Trie trie = new Trie();
    for (int set = 0; set < sets.size(); set++) {
      for (String keyword : sets.get(set)) {
        trie.add(keyword, 1L << set);
      }
    }
    return trie.scanner();
  }

  /** Returns a bit for each set of which the text contains a keyword. */
  long found(String text) {
    long all = 0;
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = c < ALPHABET ? next[state * ALPHABET + lower(c)] : 0;
      all |= found[state];
    }
    return all;
  }

  private static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  /** The keywords as a tree, on its way to become the automaton. */
  private static final class Trie {
    private final List<int[]> children = new ArrayList<>();
    private final List<Long> sets = new ArrayList<>();

    Trie() {
      grow();
    }

    private int grow() {
      int[] none = new int[ALPHABET];
      Arrays.fill(none, NONE);
      children.add(none);
      sets.add(0L);
      return children.size() - 1;
    }

    void add(String keyword, long set) {
      int state = 0;
      for (int i = 0; i < keyword.length(); i++) {
        char c = keyword.charAt(i);
        if (c >= ALPHABET || lower(c) != c) {
          throw new IllegalArgumentException("keyword is not lower-case ASCII: " + keyword);
        }
        int child = children.get(state)[c];
        if (child == NONE) {
          child = grow();
          children.get(state)[c] = child;
        }
        state = child;
      }
      sets.set(state, sets.get(state) | set);
    }

    /**
     * Gives every state, shallow ones first, what its longest suffix would do where it is stuck.
     */
    KeywordScanner scanner() {
      int[] fallback = new int[children.size()];
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      queue.add(0);
      while (!queue.isEmpty()) {
        int state = queue.remove();
        int[] row = children.get(state);
        int[] shorter = children.get(fallback[state]);
        sets.set(state, sets.get(state) | sets.get(fallback[state]));
        for (int c = 0; c < ALPHABET; c++) {
          int beyond = state == 0 ? 0 : shorter[c];
          if (row[c] == NONE) {
            row[c] = beyond;
          } else {
            fallback[row[c]] = beyond;
            queue.add(row[c]);
          }
        }
      }
      return new KeywordScanner(
          children.stream().flatMapToInt(Arrays::stream).toArray(),
          sets.stream().mapToLong(Long::longValue).toArray());
    }
  }
}
