package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * A segment of an index, with what every search asks of it at hand: which entries are dead
 * (replaced or removed), how long each field is, and their ids. Immutable.
 */
final class Leaf {
  private final LeafReader reader;
  private final FixedBitSet dead;
  private final int deadCount;
  private final Map<Part, byte[]> lengths = new EnumMap<>(Part.class);
  private final String[] ids;

  Leaf(LeafReader reader) throws IOException {
    this.reader = reader;
    this.dead = new FixedBitSet(reader.maxDoc());
    Bits alive = reader.getLiveDocs();
    for (int doc = 0; alive != null && doc < reader.maxDoc(); doc++) {
      if (!alive.get(doc)) {
        dead.set(doc);
      }
    }
    this.deadCount = reader.numDeletedDocs();
    for (Part part : Part.ALL) {
      lengths.put(part, lengths(part));
    }
    this.ids = readIds();
  }

  private String[] readIds() throws IOException {
    String[] read = new String[reader.maxDoc()];
    Arrays.fill(read, "");
    BinaryDocValues values = reader.getBinaryDocValues(SkillDocuments.ID);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      read[values.docID()] = values.binaryValue().utf8ToString();
    }
    return read;
  }

  String id(int doc) {
    return ids[doc];
  }

  private byte[] lengths(Part part) throws IOException {
    byte[] encoded = new byte[reader.maxDoc()];
    NumericDocValues norms = reader.getNormValues(part.field());
    while (norms != null && norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      encoded[norms.docID()] = (byte) norms.longValue();
    }
    return encoded;
  }

  LeafReader reader() {
    return reader;
  }

  FixedBitSet dead() {
    return dead;
  }

  /** Returns the length of that field of each entry as Lucene encodes it in a byte, 0 for none. */
  byte[] encodedLengths(Part part) {
    return lengths.getOrDefault(part, new byte[0]);
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

  /** Returns how many living entries have the word. */
  int living(BytesRef word) throws IOException {
    TermsEnum terms = terms(SkillDocuments.WORDS);
    if (!terms.seekExact(word)) {
      return 0;
    }
    return deadCount == 0 ? terms.docFreq() : counted(terms.postings(null, PostingsEnum.NONE));
  }

  private int counted(DocIdSetIterator having) throws IOException {
    int count = 0;
    for (int doc = having.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = having.nextDoc()) {
      if (!dead.get(doc)) {
        count++;
      }
    }
    return count;
  }
}
