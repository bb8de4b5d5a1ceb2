package dev.hivemind.store.lucene;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Hands words that were split before to the index. */
final class WordStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final Collection<BytesRef> words;
  private Iterator<BytesRef> rest = Collections.emptyIterator();

  WordStream(Collection<BytesRef> words) {
    this.words = words;
  }

  @Override
  public void reset() {
    rest = words.iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!rest.hasNext()) {
      return false;
    }
    term.setBytesRef(rest.next());
    return true;
  }
}
