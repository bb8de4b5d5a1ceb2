package dev.hivemind.core.recall;

import java.util.List;

/**
 * In how many skills a word or gram occurs, and with them, at a discount, in how many ordinary
 * prompts. Never changed once made. The two are counted apart: counts of skills are whole numbers,
 * so that the same skills give the same statistics in whatever order they came and went.
 */
final class Statistics {
  /** What one ordinary prompt counts, compared with a skill. */
  private static final double DISCOUNT = .3;

  private final Counts prompts;
  private final Counts skills;

  /** A text that holds words and grams. */
  record Holder(Vector words, Vector grams) {}

  private record Counts(int texts, Table words, Table grams) {
    static Counts none() {
      return new Counts(0, new Table(0), new Table(0));
    }

    Counts copy(int nowTexts) {
      return new Counts(nowTexts, words.copy(), grams.copy());
    }

    void add(Profile profile, float value) {
      words.addEach(profile.words(), value);
      grams.addEach(profile.trigger(), value);
    }
  }

  private Statistics(Counts prompts, Counts skills) {
    this.prompts = prompts;
    this.skills = skills;
  }

  static Statistics ofBackground(List<Holder> prompts) {
    Table words = new Table(0);
    Table grams = new Table(0);
    for (Holder prompt : prompts) {
      words.addEach(prompt.words(), 1);
      grams.addEach(prompt.grams(), 1);
    }
    return new Statistics(new Counts(prompts.size(), words, grams), Counts.none());
  }

  /** Returns the statistics after some skills went and others came. */
  Statistics after(List<Profile> gone, List<Profile> come) {
    Counts next = skills.copy(skills.texts() + come.size() - gone.size());
    gone.forEach(one -> next.add(one, -1));
    come.forEach(one -> next.add(one, 1));
    return new Statistics(prompts, next);
  }

  private double texts() {
    return skills.texts() + DISCOUNT * prompts.texts();
  }

  /** Returns BM25's weight of a word by its rarity. */
  double wordRarity(int word) {
    double holders = skills.words().get(word) + DISCOUNT * prompts.words().get(word);
    return Math.log(1 + (texts() - holders + .5) / (holders + .5));
  }

  /** Returns the weight of a word nobody has used. */
  double rarest() {
    return Math.log(1 + (texts() + .5) / .5);
  }

  /** Returns how rare a gram is in what skills say they are for, at least 1. */
  double gramRarity(int gram) {
    double holders = skills.grams().get(gram) + DISCOUNT * prompts.grams().get(gram);
    return 1 + Math.log((texts() + 1) / (holders + 1));
  }
}
