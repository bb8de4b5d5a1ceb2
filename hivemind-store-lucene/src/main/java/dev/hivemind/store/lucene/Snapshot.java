package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.SmallFloat;

/**
 * One state of an index, and statistics over the entries that are alive in it. Lucene's own count
 * replaced and removed entries until some merge drops them; with those the same entries would score
 * differently depending on how they came. Immutable; closed when nobody holds it.
 */
final class Snapshot {
  private final DirectoryReader reader;
  private final List<Leaf> leaves;
  private final Map<Part, Double> meanLengths = new EnumMap<>(Part.class);

  /** Takes the reader over, which is held once. */
  Snapshot(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.leaves = reader.leaves().stream().map(context -> new Leaf(context.reader())).toList();
    for (Part part : Part.ALL) {
      meanLengths.put(part, measured(part));
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  List<Leaf> leaves() {
    return leaves;
  }

  /** Returns whether it could be kept open until {@link #release}. */
  boolean hold() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  int entries() {
    return reader.numDocs();
  }

  /** Returns the mean number of words in that field of the entries that have it, at least 1. */
  double meanLength(Part part) {
    return meanLengths.getOrDefault(part, 1.0);
  }

  private double measured(Part part) throws IOException {
    long total = 0;
    long having = 0;
    for (Leaf leaf : leaves) {
      NumericDocValues lengths = leaf.reader().getNormValues(part.field());
      while (lengths != null && lengths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (leaf.isAlive(lengths.docID())) {
          total += SmallFloat.byte4ToInt((byte) lengths.longValue());
          having++;
        }
      }
    }
    return having == 0 ? 1 : Math.max(1, (double) total / having);
  }
}
