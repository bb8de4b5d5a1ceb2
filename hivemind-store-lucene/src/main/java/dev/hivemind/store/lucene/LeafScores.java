package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final int PARTS = Part.ALL.size();

  private final VisibleLeaf visible;
  private final FixedBitSet hits;

  /** Field by field of one entry, then the next entry's: one look-up in memory for an entry. */
  private final float[] shares;

  LeafScores(VisibleLeaf visible) {
    this.visible = visible;
    int entries = visible.leaf().reader().maxDoc();
    this.hits = new FixedBitSet(entries);
    this.shares = new float[PARTS * entries];
  }

  void add(Snapshot snapshot, List<QueryWord> words) throws IOException {
    for (int place = 0; place < PARTS; place++) {
      Part part = Part.ALL.get(place);
      TermsEnum terms = visible.leaf().terms(part.field());
      byte[] lengths = visible.leaf().encodedLengths(part);
      float[] norms = norms(snapshot.meanLength(part));
      for (QueryWord word : words) {
        if (terms.seekExact(word.term())) {
          float weight = part.weight() * (float) word.weight(snapshot.entries());
          add(place, terms.postings(null, PostingsEnum.FREQS), weight, lengths, norms);
        }
      }
    }
  }

  private void add(int place, PostingsEnum having, float weight, byte[] lengths, float[] norms)
      throws IOException {
    FixedBitSet entries = visible.entries();
    for (int doc = having.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = having.nextDoc()) {
      if (entries.get(doc)) {
        hits.set(doc);
        float count = having.freq();
        shares[PARTS * doc + place] += weight * count / (count + norms[lengths[doc] & 0xFF]);
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
    for (int place = 0; place < PARTS; place++) {
      sum += shares[PARTS * doc + place];
    }
    return sum;
  }

  /** Returns what each field adds to the score, for those that add anything. */
  Map<String, Double> parts(int doc) {
    Map<String, Double> parts = new HashMap<>();
    for (int place = 0; place < PARTS; place++) {
      float share = shares[PARTS * doc + place];
      if (share > 0) {
        parts.put(Part.ALL.get(place).field(), (double) share);
      }
    }
    return parts;
  }
}
