package dev.hivemind.store.lucene;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Adds the parts of a compound behind it: {@code settlementWindow_v2} gives itself, {@code
 * settlement}, {@code Window} and {@code 2}; {@code SQLException} gives {@code SQL} and {@code
 * Exception}. Single letters are left out. Parts stand at the whole's position, so that a text is
 * no longer for having compounds.
 */
final class WordPartsFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final Deque<String> parts = new ArrayDeque<>();

  WordPartsFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!parts.isEmpty()) {
      term.setEmpty().append(parts.removeFirst());
      position.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    split();
    return true;
  }

  private void split() {
    int start = 0;
    for (int end = 1; end <= term.length(); end++) {
      if (end == term.length() || isBoundary(end)) {
        addPart(start, end);
        start = end;
      }
    }
  }

  private void addPart(int start, int end) {
    char first = term.charAt(start);
    boolean wanted = end - start > 1 ? Character.isLetterOrDigit(first) : Character.isDigit(first);
    if (wanted && end - start < term.length()) {
      parts.addLast(term.subSequence(start, end).toString());
    }
  }

  /** Returns whether a part ends before this character. */
  private boolean isBoundary(int at) {
    int before = kind(term.charAt(at - 1));
    int here = kind(term.charAt(at));
    if (before == UPPER && here == LOWER) {
      return false;
    }
    boolean acronymEnds =
        before == UPPER
            && here == UPPER
            && at + 1 < term.length()
            && kind(term.charAt(at + 1)) == LOWER;
    return before != here || acronymEnds;
  }

  private static final int OTHER = 0;
  private static final int LOWER = 1;
  private static final int UPPER = 2;
  private static final int DIGIT = 3;

  /** Scripts without case, marks and halves of characters count as lower case. */
  private static int kind(char c) {
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    if (Character.isUpperCase(c)) {
      return UPPER;
    }
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
    return Character.isLetter(c) || Character.isSurrogate(c) || mark ? LOWER : OTHER;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    parts.clear();
  }
}
