package dev.hivemind.core.recall;

/** English words that any question may hold, stemmed as {@link Hashes} has them. */
final class StopWords {
  private static final Vector WORDS =
      Hashes.distinct(
          "a an and are as at be but by for if in into is it no not of on or such that the their"
              + " then there these they this to was will with you your i my me we our us can could"
              + " would should do does did how what which when where who why please");

  private StopWords() {}

  static boolean contain(int word) {
    return WORDS.find(word) >= 0;
  }
}
