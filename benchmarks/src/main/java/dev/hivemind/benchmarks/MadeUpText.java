package dev.hivemind.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Words that nobody uses, as frequent as words are. */
final class MadeUpText {
  private static final int VOCABULARY = 30_000;
  private static final String[] SYLLABLES =
      ("ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko la le li lo lu ma me mi mo na"
              + " ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi vo za ze zi zo")
          .split(" ", -1);

  private final SplittableRandom random;
  private final String[] words = new String[VOCABULARY];
  private final double[] cumulated = new double[VOCABULARY];

  MadeUpText(SplittableRandom random) {
    this.random = random;
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      words[i] = word();
      sum += 1.0 / (i + 1);
      cumulated[i] = sum;
    }
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int syllables = 1 + below(4); syllables >= 0; syllables--) {
      word.append(SYLLABLES[below(SYLLABLES.length)]);
    }
    return word.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns so many words. */
  String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(cumulated, random.nextDouble(cumulated[VOCABULARY - 1]));
      text.append(i == 0 ? "" : " ").append(words[Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at)]);
    }
    return text.toString();
  }

  /** Returns so many words of a text. */
  String some(String text, int count) {
    String[] all = text.split("\\W+", -1);
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < count; i++) {
      some.append(i == 0 ? "" : " ").append(all[below(all.length)]);
    }
    return some.toString();
  }
}
