package dev.hivemind.store.lucene;

import dev.hivemind.spi.CandidateQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * A segment and those of its entries that a query may see: alive, in one of its scopes, and about
 * one of its tools or none in particular.
 */
record VisibleLeaf(Leaf leaf, FixedBitSet entries) {
  /** Returns the segments in which the query may see anything. */
  static List<VisibleLeaf> of(Snapshot snapshot, CandidateQuery query) throws IOException {
    List<VisibleLeaf> visible = new ArrayList<>();
    for (Leaf leaf : snapshot.leaves()) {
      FixedBitSet entries = any(leaf, SkillDocuments.SCOPE, query.scopes());
      if (!query.tools().isEmpty()) {
        FixedBitSet fitting = any(leaf, SkillDocuments.TOOL, query.tools());
        fitting.or(any(leaf, SkillDocuments.TOOLLESS, Set.of(SkillDocuments.YES)));
        entries.and(fitting);
      }
      entries.andNot(leaf.dead());
      if (!entries.scanIsEmpty()) {
        visible.add(new VisibleLeaf(leaf, entries));
      }
    }
    return visible;
  }

  private static FixedBitSet any(Leaf leaf, String field, Set<String> terms) throws IOException {
    FixedBitSet entries = new FixedBitSet(leaf.reader().maxDoc());
    for (String term : terms) {
      entries.or(leaf.having(field, new BytesRef(term)));
    }
    return entries;
  }

  /** Returns whether a visible entry has the word. */
  boolean has(BytesRef word) throws IOException {
    DocIdSetIterator having = leaf.having(SkillDocuments.WORDS, word);
    for (int doc = having.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = having.nextDoc()) {
      if (entries.get(doc)) {
        return true;
      }
    }
    return false;
  }
}
