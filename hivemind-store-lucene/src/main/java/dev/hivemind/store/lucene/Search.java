package dev.hivemind.store.lucene;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.LongHeap;
import org.apache.lucene.util.NumericUtils;

/** Answers one query over one snapshot: filter, choose words, score, rank. */
final class Search {
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
    List<LeafScores> scored = new ArrayList<>(visible.size());
    for (VisibleLeaf leaf : visible) {
      LeafScores scores = new LeafScores(leaf);
      scores.add(snapshot, words);
      scored.add(scores);
    }
    return best(scored);
  }

  /** Ids are read for those alone that may be among the best: at equal scores the id decides. */
  private List<Candidate> best(List<LeafScores> scored) throws IOException {
    float least = leastScore(scored);
    List<Candidate> best = new ArrayList<>();
    for (LeafScores scores : scored) {
      BinaryDocValues ids = scores.leaf().reader().getBinaryDocValues(SkillDocuments.ID);
      DocIdSetIterator hits = iterator(scores);
      for (int doc = hits.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hits.nextDoc()) {
        float score = scores.score(doc);
        if (score >= least && ids.advanceExact(doc)) {
          best.add(new Candidate(ids.binaryValue().utf8ToString(), score, scores.parts(doc)));
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
