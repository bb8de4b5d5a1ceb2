package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Chooses the words of a query to score by: the {@value #WORDS} rarest that a visible entry has;
 * while there is room, words near to those the index does not know.
 */
final class WordChoice {
  private static final int WORDS = 16;
  private static final Comparator<QueryWord> RAREST_FIRST =
      Comparator.comparingInt(QueryWord::holders).thenComparing(QueryWord::term);

  private final Snapshot snapshot;
  private final List<VisibleLeaf> visible;

  WordChoice(Snapshot snapshot, List<VisibleLeaf> visible) {
    this.snapshot = snapshot;
    this.visible = visible;
  }

  /** Chooses; the order depends on nothing but the entries and the text. */
  List<QueryWord> of(String text) throws IOException {
    List<QueryWord> counted = counted(WordStream.ofQuery(text), 1);
    List<QueryWord> chosen = new ArrayList<>();
    for (QueryWord word : counted.stream().sorted(RAREST_FIRST).toList()) {
      if (chosen.size() == WORDS) {
        return chosen;
      }
      if (word.holders() > 0 && isVisible(word.term())) {
        chosen.add(word);
      }
    }
    List<BytesRef> unknown =
        counted.stream().filter(word -> word.holders() == 0).map(QueryWord::term).toList();
    Typos typos = new Typos(visible);
    for (Typos.Near near : typos.of(unknown)) {
      chosen.addAll(counted(near.words(), near.likeness()));
    }
    return chosen.subList(0, Math.min(WORDS, chosen.size()));
  }

  /** Counts the living entries that have each of the words, which must be in ascending order. */
  private List<QueryWord> counted(Collection<BytesRef> ascending, double likeness)
      throws IOException {
    List<BytesRef> words = List.copyOf(ascending);
    int[] holders = new int[words.size()];
    for (Leaf leaf : snapshot.leaves()) {
      TermsEnum terms = leaf.terms(SkillDocuments.WORDS);
      for (int i = 0; i < holders.length; i++) {
        if (terms.seekExact(words.get(i))) {
          holders[i] += leaf.living(terms);
        }
      }
    }
    List<QueryWord> counted = new ArrayList<>(holders.length);
    for (int i = 0; i < holders.length; i++) {
      counted.add(new QueryWord(words.get(i), holders[i], likeness));
    }
    return counted;
  }

  private boolean isVisible(BytesRef word) throws IOException {
    for (VisibleLeaf leaf : visible) {
      if (leaf.has(word)) {
        return true;
      }
    }
    return false;
  }
}
