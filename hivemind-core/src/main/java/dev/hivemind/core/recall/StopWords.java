package dev.hivemind.core.recall;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English words that any question may hold, stemmed as {@link Hashes} has them. */
final class StopWords {
  private static final Set<Integer> WORDS =
      Stream.of(
              ("a an and are as at be but by for if in into is it no not of on or such that the"
                      + " their then there these they thi to wa will with you your i my me we our us"
                      + " can could would should do doe did how what which when where who why pleas")
                  .split(" "))
          .map(Hashes::word)
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  static boolean contain(int word) {
    return WORDS.contains(word);
  }
}
