package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Finds visible words one edit (an insertion, deletion, substitution or swap of neighbours) away
 * from a misspelt one, or two if it is long. The first letter must be right: people seldom miss it,
 * and it cuts the search to a fraction.
 */
final class Typos {
  private static final int MISSPELT = 2;
  private static final int EXPANSIONS = 3;
  private static final int SHORT = 4;
  private static final int LONG = 8;

  private final List<VisibleLeaf> visible;

  Typos(List<VisibleLeaf> visible) {
    this.visible = visible;
  }

  /**
   * Words near to a misspelt one.
   *
   * @param words in ascending order
   * @param likeness above 0, below 1
   */
  record Near(SortedSet<BytesRef> words, double likeness) {}

  /** Looks at the longest of the unknown words only: they say most, and each costs time. */
  List<Near> of(List<BytesRef> unknown) throws IOException {
    List<String> misspelt =
        unknown.stream()
            .map(BytesRef::utf8ToString)
            .filter(word -> word.length() >= SHORT && word.chars().allMatch(Character::isLetter))
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(w -> w))
            .limit(MISSPELT)
            .toList();
    List<Near> found = new ArrayList<>();
    for (String word : misspelt) {
      found.add(near(word));
    }
    return found;
  }

  private Near near(String word) throws IOException {
    int most = word.length() < LONG ? 1 : 2;
    for (int edits = 1; edits <= most; edits++) {
      SortedSet<BytesRef> words = within(word, edits);
      if (!words.isEmpty()) {
        return new Near(words, 1 - (double) edits / word.length());
      }
    }
    return new Near(new TreeSet<>(), .5);
  }

  private SortedSet<BytesRef> within(String word, int edits) throws IOException {
    CompiledAutomaton near = FuzzyQuery.getFuzzyAutomaton(word, edits, 1, true);
    SortedSet<BytesRef> words = new TreeSet<>();
    for (VisibleLeaf leaf : visible) {
      Terms terms = leaf.leaf().reader().terms(SkillDocuments.WORDS);
      TermsEnum matching = terms == null ? TermsEnum.EMPTY : near.getTermsEnum(terms);
      for (BytesRef term = matching.next(); term != null; term = matching.next()) {
        if (!words.contains(term) && leaf.has(term)) {
          words.add(BytesRef.deepCopyOf(term));
        }
      }
    }
    while (words.size() > EXPANSIONS) {
      words.remove(words.last());
    }
    return words;
  }
}
