package dev.hivemind.store.lucene;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/**
 * Answers one query over one snapshot: filter, choose words, score, rank. Words that many entries
 * have say little and cost most of the time: they count only where the others find too few.
 */
final class Search {
  // A word is frequent if more than one entry in so many has it.
  private static final int FREQUENT = 4;

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);

  private final Snapshot snapshot;
  private final CandidateQuery query;

  Search(Snapshot snapshot, CandidateQuery query) {
    this.snapshot = snapshot;
    this.query = query;
  }

  List<Candidate> candidates() throws IOException {
    List<VisibleLeaf> visible = VisibleLeaf.of(snapshot, query);
    List<QueryWord> words = new WordChoice(snapshot, visible).of(query.text());
    if (words.isEmpty()) {
      return List.of();
    }
    List<LeafScores> scored = visible.stream().map(LeafScores::new).toList();
    int rare = (int) words.stream().filter(word -> !isFrequent(word)).count();
    add(words.subList(0, rare), scored);
    if (scored.stream().mapToInt(one -> one.hits().cardinality()).sum() < query.limit()) {
      add(words.subList(rare, words.size()), scored);
    }
    return best(scored);
  }

  private boolean isFrequent(QueryWord word) {
    return word.holders() > snapshot.entries() / FREQUENT;
  }

  private void add(List<QueryWord> words, List<LeafScores> scored) throws IOException {
    for (LeafScores scores : scored) {
      scores.add(snapshot, words);
    }
  }

  /** Returns the best; at equal scores the id decides. */
  private List<Candidate> best(List<LeafScores> scored) throws IOException {
    float least = leastScore(scored);
    List<Candidate> best = new ArrayList<>();
    for (LeafScores scores : scored) {
      DocIdSetIterator hits = iterator(scores);
      for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
        float score = scores.score(doc);
        if (score >= least) {
          best.add(new Candidate(scores.leaf().id(doc), score, scores.parts(doc)));
        }
      }
    }
    best.sort(BEST_FIRST);
    return List.copyOf(best.subList(0, Math.min(query.limit(), best.size())));
  }

  /** Returns the score of the last one within the limit. */
  private float leastScore(List<LeafScores> scored) throws IOException {
    LongHeap heap = new LongHeap(Math.min(query.limit(), snapshot.entries()));
    for (LeafScores scores : scored) {
      DocIdSetIterator hits = iterator(scores);
      for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
        heap.insertWithOverflow(NumericUtils.floatToSortableInt(scores.score(doc)));
      }
    }
    return heap.size() == 0 ? 0 : NumericUtils.sortableIntToFloat((int) heap.top());
  }

  private static DocIdSetIterator iterator(LeafScores scores) {
    return new BitSetIterator(scores.hits(), 0);
  }
}
