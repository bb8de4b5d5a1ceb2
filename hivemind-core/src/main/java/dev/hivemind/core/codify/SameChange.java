package dev.hivemind.core.codify;

import dev.hivemind.Evidence.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two changes are the same one made to different objects: the same words came in, or at the
 * same place a value of the same make took the place of one of another make.
 */
final class SameChange {
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern UPPER = Pattern.compile("\\p{Lu}{2,}");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  private SameChange() {}

  static boolean of(List<Change> some, List<Change> others) {
    for (Change one : some) {
      for (Change other : others) {
        if (one.path().equals(other.path()) && (sameWords(one, other) || sameMake(one, other))) {
          return true;
        }
      }
    }
    return false;
  }

  // One word in common makes two short values alike; of two texts or programs half of the words.
  private static boolean sameWords(Change one, Change other) {
    Set<String> some = telling(Deltas.added(one));
    Set<String> others = telling(Deltas.added(other));
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    boolean bothRemove = one.to().isEmpty() && other.to().isEmpty();
    return (!both.isEmpty() && both.size() * 2 >= Math.min(some.size(), others.size()))
        || (bothRemove && !one.path().isEmpty());
  }

  // Of two texts or programs "the" and "is" say nothing; a short value is a choice whatever it is.
  private static Set<String> telling(List<String> added) {
    Set<String> words = new HashSet<>(added);
    if (words.size() > 2) {
      words.removeIf(word -> Vocabulary.of(word).isEmpty());
    }
    return words;
  }

  private static boolean sameMake(Change one, Change other) {
    return !one.path().isEmpty()
        && one.to().indexOf(' ') < 0
        && make(one.to()).equals(make(other.to()))
        && !make(one.to()).equals(make(one.from()))
        && !make(other.to()).equals(make(other.from()));
  }

  // +34612334118 is "+9", NLRTM is "A", Rotterdam is "a", 2.4 is "9.9".
  private static String make(String value) {
    String numbers = DIGITS.matcher(value).replaceAll("9");
    String upper = UPPER.matcher(numbers).replaceAll("\u0001");
    return LETTERS.matcher(upper).replaceAll("a");
  }
}
