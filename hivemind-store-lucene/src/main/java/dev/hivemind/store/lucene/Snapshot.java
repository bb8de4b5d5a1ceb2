package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/**
 * One state of an index, and statistics over the entries that are alive in it. Lucene's own count
 * replaced and removed entries until some merge drops them; with those the same entries would score
 * differently depending on how they came. Immutable; closed when nobody holds it.
 */
final class Snapshot {
  private static final int REMEMBERED = 20_000;

  private final Map<BytesRef, Integer> holders = new ConcurrentHashMap<>();
  private final DirectoryReader reader;
  private final List<Leaf> leaves;
  private final Map<Part, Double> meanLengths = new EnumMap<>(Part.class);

  /** Takes the reader over, which is held once. */
  Snapshot(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.leaves = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      leaves.add(new Leaf(context.reader()));
    }
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

  private double measured(Part part) {
    long total = 0;
    long having = 0;
    for (Leaf leaf : leaves) {
      byte[] encoded = leaf.encodedLengths(part);
      for (int doc = 0; doc < encoded.length; doc++) {
        if (encoded[doc] != 0 && !leaf.dead().get(doc)) {
          total += SmallFloat.byte4ToInt(encoded[doc]);
          having++;
        }
      }
    }
    return having == 0 ? 1 : Math.max(1, (double) total / having);
  }

  /** Returns how many living entries have the word. */
  int holders(BytesRef word) throws IOException {
    Integer known = holders.get(word);
    if (known != null) {
      return known;
    }
    int count = 0;
    for (Leaf leaf : leaves) {
      count += leaf.living(word);
    }
    if (holders.size() < REMEMBERED) {
      holders.put(word, count);
    }
    return count;
  }

  /** Returns how many replaced or removed entries the files still hold. */
  int dead() {
    return reader.numDeletedDocs();
  }
}
