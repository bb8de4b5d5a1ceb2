package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** A segment of an index and its dead entries: those replaced or removed. Immutable. */
final class Leaf {
  private final LeafReader reader;
  private final int[] dead;

  Leaf(LeafReader reader) {
    this.reader = reader;
    Bits alive = reader.getLiveDocs();
    this.dead =
        alive == null
            ? new int[0]
            : IntStream.range(0, reader.maxDoc()).filter(doc -> !alive.get(doc)).toArray();
  }

  LeafReader reader() {
    return reader;
  }

  void clearDead(FixedBitSet entries) {
    for (int doc : dead) {
      entries.clear(doc);
    }
  }

  boolean isAlive(int doc) {
    return Arrays.binarySearch(dead, doc) < 0;
  }

  TermsEnum terms(String field) throws IOException {
    Terms terms = reader.terms(field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /** Returns the entries, dead ones too, that have the term in the field. */
  DocIdSetIterator having(String field, BytesRef term) throws IOException {
    TermsEnum terms = terms(field);
    return terms.seekExact(term)
        ? terms.postings(null, PostingsEnum.NONE)
        : DocIdSetIterator.empty();
  }

  /** Returns how many living entries have the term that the enumeration stands at. */
  int living(TermsEnum at) throws IOException {
    int all = at.docFreq();
    return dead.length == 0 ? all : all - dead(at.postings(null, PostingsEnum.NONE));
  }

  private int dead(DocIdSetIterator having) throws IOException {
    int found = 0;
    for (int doc : dead) {
      if (having.docID() < doc && having.advance(doc) == DocIdSetIterator.NO_MORE_DOCS) {
        break;
      }
      if (having.docID() == doc) {
        found++;
      }
    }
    return found;
  }
}
