package dev.hivemind.core.recall;

import dev.hivemind.core.text.Grams;

/** A text that is asked for, weighed by the statistics of one library. */
final class Question {
  private static final int HALF = 4_000;
  // They say little and yet not nothing: "how do I" tells one intent from another.
  private static final double STOP_WORD = .7;
  // What is said in so many different words is one request; in so many, several.
  private static final double ONE_REQUEST = 15;
  private static final double SEVERAL = 40;

  private final Statistics statistics;
  private final Weighed words;
  private final double mass;
  private final double squares;
  private final double brevity;
  private final Weighed grams;

  /** The same weights twice: in the order of their keys, and to be looked up. */
  private record Weighed(Vector vector, Table table) {
    // Twice the room that is needed: most of what is looked up is not there, and seen so at once.
    static Weighed of(Vector keys, float[] weights) {
      Table table = new Table(2 * weights.length);
      for (int i = 0; i < weights.length; i++) {
        table.add(keys.key(i), weights[i]);
      }
      return new Weighed(keys.weighing(weights), table);
    }

    double dot(Vector other) {
      return other.dot(vector, table);
    }
  }

  Question(String text, Statistics statistics) {
    String cut = cut(text);
    Vector distinct = Vector.counts(Hashes.words(cut));
    this.statistics = statistics;
    brevity = Math.max(0, Math.min(1, (SEVERAL - distinct.size()) / (SEVERAL - ONE_REQUEST)));
    float[] weights = new float[distinct.size()];
    double sum = 0;
    double sumOfSquares = 0;
    for (int i = 0; i < distinct.size(); i++) {
      int word = distinct.key(i);
      double rarity = statistics.wordRarity(word);
      double weight = rarity * (StopWords.contain(word) ? STOP_WORD : 1);
      weights[i] = (float) weight;
      sum += weight;
      sumOfSquares += rarity * rarity;
    }
    words = Weighed.of(distinct, weights);
    mass = sum;
    squares = sumOfSquares;
    grams = weighed(Vector.unit(Grams.of(cut)), statistics);
  }

  // The square of the rarity, because the other side of the cosine carries none.
  private static Weighed weighed(Vector grams, Statistics statistics) {
    float[] weights = new float[grams.size()];
    double squares = 0;
    for (int i = 0; i < weights.length; i++) {
      double rare = statistics.gramRarity(grams.key(i));
      weights[i] = (float) (grams.weight(i) * rare * rare);
      squares += weights[i] * weights[i];
    }
    float length = (float) Math.sqrt(squares);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= length;
    }
    return Weighed.of(grams, weights);
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

  /** Returns how much of one short request the question is, 0 to 1. */
  double brevity() {
    return brevity;
  }

  /** Returns what the question has in common with a phrase. */
  Scored.Nearest phrase(Phrase phrase) {
    double found = 0;
    double all = 0;
    for (int i = 0; i < phrase.words().size(); i++) {
      int word = phrase.words().key(i);
      double rarity = statistics.wordRarity(word);
      all += rarity * rarity;
      found += words.vector().find(word) >= 0 ? rarity * rarity : 0;
    }
    double words = found == 0 ? 0 : found / Math.sqrt(all * squares);
    return new Scored.Nearest(grams(phrase.grams()), words, found == 0 ? 0 : found / all);
  }

  /** Returns the cosine of the question's grams with others. */
  double grams(Vector others) {
    return grams.dot(others);
  }

  /**
   * What the words of a question and of a skill have in common.
   *
   * @param score the matching words' weights times what they weigh in the skill, summed
   * @param covered the share of the question's words, by weight, that the skill has
   */
  record Common(double score, double covered) {}

  /** Returns what the words have in common with a skill's. */
  Common words(Vector skill) {
    double score = 0;
    double found = 0;
    if (skill.isShortFor(words.vector())) {
      for (int i = 0; i < words.vector().size(); i++) {
        int at = skill.find(words.vector().key(i));
        if (at >= 0) {
          score += words.vector().weight(i) * skill.weight(at);
          found += words.vector().weight(i);
        }
      }
    } else {
      for (int i = 0; i < skill.size(); i++) {
        float weight = words.table().get(skill.key(i));
        score += weight * skill.weight(i);
        found += weight;
      }
    }
    return new Common(score, mass == 0 ? 0 : found / mass);
  }
}
