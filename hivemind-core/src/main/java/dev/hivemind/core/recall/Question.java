package dev.hivemind.core.recall;

import dev.hivemind.core.text.Grams;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text that is asked for, weighed by the statistics of one library. */
final class Question {
  private static final int HALF = 4_000;
  // They say little and yet not nothing: "how do I" tells one intent from another.
  private static final double STOP_WORD = .7;
  private static final Set<Integer> STOP_WORDS =
      Stream.of(
              ("a an and are as at be but by for if in into is it no not of on or such that the"
                      + " their then there these they thi to wa will with you your i my me we our us"
                      + " can could would should do doe did how what which when where who why pleas")
                  .split(" "))
          .map(Hashes::word)
          .collect(Collectors.toUnmodifiableSet());

  private final Table words;
  private final double mass;
  private final Table trigger;
  private final Table whole;

  Question(String text, Statistics statistics) {
    String cut = cut(text);
    Vector distinct = Vector.counts(Hashes.words(cut));
    words = new Table(distinct.size());
    double sum = 0;
    for (int i = 0; i < distinct.size(); i++) {
      int word = distinct.key(i);
      double weight = statistics.wordRarity(word) * (STOP_WORDS.contains(word) ? STOP_WORD : 1);
      words.add(word, (float) weight);
      sum += weight;
    }
    mass = sum;
    Vector grams = Vector.unit(Grams.of(cut));
    trigger = weighed(grams, statistics::triggerRarity);
    whole = weighed(grams, statistics::wholeRarity);
  }

  private interface Rarity {
    double of(int gram);
  }

  // The square of the rarity, because the other side of the cosine carries none.
  private static Table weighed(Vector grams, Rarity rarity) {
    float[] weights = new float[grams.size()];
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double rare = rarity.of(grams.key(i));
      weights[i] = (float) (grams.weight(i) * rare * rare);
      squares += weights[i] * weights[i];
    }
    Table table = new Table(weights.length);
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < weights.length; i++) {
      table.add(grams.key(i), weights[i] / length);
    }
    return table;
  }

  private static String cut(String text) {
    return text.length() <= 2 * HALF
        ? text
        : text.substring(0, HALF) + "\n" + text.substring(text.length() - HALF);
  }

  /** Returns what the words weigh that a best possible skill could match. */
  double mass() {
    return mass;
  }

  /** Returns the cosine of the question's grams with a trigger's. */
  double trigger(Vector grams) {
    return grams.dot(trigger);
  }

  /** Returns the cosine of the question's grams with a whole skill's. */
  double whole(Vector grams) {
    return grams.dot(whole);
  }

  /** Returns the sum of the matching words' weights, times what they weigh in the skill. */
  double words(Vector skill) {
    return skill.dot(words);
  }

  /** Returns the share of the question's words, by weight, that the skill has. */
  double covered(Vector skill) {
    if (mass == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < skill.size(); i++) {
      sum += words.get(skill.key(i));
    }
    return sum / mass;
  }
}
