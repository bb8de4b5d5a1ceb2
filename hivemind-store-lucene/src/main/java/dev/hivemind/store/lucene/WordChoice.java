package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
    TreeSet<QueryWord> rarest = new TreeSet<>(RAREST_FIRST);
    List<BytesRef> unknown = new ArrayList<>();
    for (QueryWord rough : roughly(Words.ofQuery(text))) {
      if (rarest.size() == WORDS && rough.holders() - snapshot.dead() > rarest.last().holders()) {
        break;
      }
      QueryWord word = exactly(rough);
      if (word.holders() == 0) {
        unknown.add(word.term());
      } else if (isVisible(word.term())) {
        rarest.add(word);
      }
      if (rarest.size() > WORDS) {
        rarest.pollLast();
      }
    }
    List<QueryWord> chosen = new ArrayList<>(rarest);
    if (chosen.size() < WORDS) {
      addNear(unknown, chosen);
    }
    return chosen;
  }

  private void addNear(List<BytesRef> unknown, List<QueryWord> chosen) throws IOException {
    for (Typos.Near near : new Typos(visible).of(unknown)) {
      for (BytesRef word : near.words()) {
        if (chosen.size() < WORDS) {
          chosen.add(exactly(new QueryWord(word, 0, near.likeness())));
        }
      }
    }
  }

  /**
   * Counts dead entries too, which is fast: too high by no more than there are dead ones. Rarest
   * first. The words must be in ascending order.
   */
  private List<QueryWord> roughly(SortedSet<BytesRef> ascending) throws IOException {
    List<BytesRef> words = List.copyOf(ascending);
    int[] holders = new int[words.size()];
    for (Leaf leaf : snapshot.leaves()) {
      TermsEnum terms = leaf.terms(SkillDocuments.WORDS);
      for (int i = 0; i < holders.length; i++) {
        if (terms.seekExact(words.get(i))) {
          holders[i] += terms.docFreq();
        }
      }
    }
    return IntStream.range(0, holders.length)
        .mapToObj(i -> new QueryWord(words.get(i), holders[i], 1))
        .sorted(RAREST_FIRST)
        .toList();
  }

  private QueryWord exactly(QueryWord rough) throws IOException {
    return new QueryWord(rough.term(), snapshot.holders(rough.term()), rough.likeness());
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
