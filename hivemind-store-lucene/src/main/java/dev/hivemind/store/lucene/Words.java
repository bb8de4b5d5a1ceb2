package dev.hivemind.store.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Turns text into index words. A new chain for every text: an {@code Analyzer} would keep one in a
 * thread-local of each of the host's threads.
 */
final class Words {
  private static final int FIELD_LENGTH = 64 * 1024;
  private static final int QUERY_HALF = 8 * 1024;
  private static final int EAST_ASIAN =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private Words() {}

  /** Returns the words of a field in their order, as often as they occur. */
  static List<BytesRef> ofField(String text) {
    return of(text.length() > FIELD_LENGTH ? text.substring(0, FIELD_LENGTH) : text);
  }

  /** Returns the distinct words of a query; of a long one those of its beginning and its end. */
  static SortedSet<BytesRef> ofQuery(String text) {
    int length = text.length();
    String cut =
        length > 2 * QUERY_HALF
            ? text.substring(0, QUERY_HALF) + "\n" + text.substring(length - QUERY_HALF)
            : text;
    return new TreeSet<>(of(cut));
  }

  private static List<BytesRef> of(String text) {
    List<BytesRef> words = new ArrayList<>();
    try (TokenStream stream = stream(text)) {
      TermToBytesRefAttribute word = stream.getAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(BytesRef.deepCopyOf(word.getBytesRef()));
      }
      stream.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a string", e);
    }
  }

  private static TokenStream stream(String text) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    tokenizer.setReader(new StringReader(Normalizer.normalize(text, Normalizer.Form.NFKC)));
    TokenStream words = new WordPartsFilter(new CJKBigramFilter(tokenizer, EAST_ASIAN, true));
    words = new ASCIIFoldingFilter(new LowerCaseFilter(words));
    return new KStemFilter(new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET));
  }
}
