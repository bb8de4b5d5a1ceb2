package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;

/**
 * The scores of a segment's visible entries, word by word and field by field, always added up in
 * the same order: so the sums do not depend on how the index is cut into segments.
 *
 * <p>BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009)
 * in each field, with one rarity for the whole entry: a word's rarity in a field of few words says
 * little.
 */
final class LeafScores {
  private static final float SATURATION = 1.2f;
  private static final float LENGTH_NORM = .75f;

  private final VisibleLeaf visible;
  private final FixedBitSet hits;
  private final Map<Part, float[]> shares = new EnumMap<>(Part.class);

  LeafScores(VisibleLeaf visible) {
    this.visible = visible;
    int entries = visible.leaf().reader().maxDoc();
    this.hits = new FixedBitSet(entries);
    Part.ALL.forEach(part -> shares.put(part, new float[entries]));
  }

  void add(Snapshot snapshot, List<QueryWord> words) throws IOException {
    for (Map.Entry<Part, float[]> share : shares.entrySet()) {
      Part part = share.getKey();
      TermsEnum terms = visible.leaf().terms(part.field());
      float[] norms = norms(snapshot.meanLength(part));
      for (QueryWord word : words) {
        if (terms.seekExact(word.term())) {
          float weight = part.weight() * (float) word.weight(snapshot.entries());
          PostingsEnum having = terms.postings(null, PostingsEnum.FREQS);
          NumericDocValues lengths = visible.leaf().reader().getNormValues(part.field());
          add(having, lengths, weight, norms, share.getValue());
        }
      }
    }
  }

  private void add(
      PostingsEnum having, NumericDocValues lengths, float weight, float[] norms, float[] sums)
      throws IOException {
    FixedBitSet entries = visible.entries();
    for (int doc = having.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = having.nextDoc()) {
      if (entries.get(doc) && lengths.advanceExact(doc)) {
        hits.set(doc);
        float count = having.freq();
        sums[doc] += weight * count / (count + norms[(int) lengths.longValue() & 0xFF]);
      }
    }
  }

  /** Returns BM25's length part for each of the 256 lengths that Lucene tells apart. */
  private static float[] norms(double meanLength) {
    float[] norms = new float[256];
    for (int i = 0; i < norms.length; i++) {
      double length = SmallFloat.byte4ToInt((byte) i);
      norms[i] = (float) (SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * length / meanLength));
    }
    return norms;
  }

  FixedBitSet hits() {
    return hits;
  }

  Leaf leaf() {
    return visible.leaf();
  }

  float score(int doc) {
    float sum = 0;
    for (float[] share : shares.values()) {
      sum += share[doc];
    }
    return sum;
  }

  /** Returns what each field adds to the score, for those that add anything. */
  Map<String, Double> parts(int doc) {
    Map<String, Double> parts = new HashMap<>();
    shares.forEach(
        (part, share) -> {
          if (share[doc] > 0) {
            parts.put(part.field(), (double) share[doc]);
          }
        });
    return parts;
  }
}
