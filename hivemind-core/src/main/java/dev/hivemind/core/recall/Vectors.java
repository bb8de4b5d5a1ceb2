package dev.hivemind.core.recall;

import dev.hivemind.Skill;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The vectors of a library's skills, and how near such vectors are to those of ordinary prompts:
 * models differ in what they call near. Never changed once made.
 *
 * @param bySkill by skill and revision, of length 1
 * @param background of ordinary prompts, of length 1
 * @param usual mean cosine of a skill and an ordinary prompt
 * @param spread its standard deviation
 */
record Vectors(
    Map<String, float[]> bySkill, List<float[]> background, double usual, double spread) {
  static final Vectors NONE = new Vectors(Map.of(), List.of(), 0, 1);
  private static final int SAMPLE = 200;

  static String key(Skill skill) {
    return skill.id() + "#" + skill.revision();
  }

  int size() {
    return bySkill.size();
  }

  boolean holds(Skill skill) {
    return bySkill.containsKey(key(skill));
  }

  Vectors against(List<float[]> prompts) {
    return new Vectors(bySkill, prompts.stream().map(Vectors::unit).toList(), usual, spread);
  }

  Vectors only(Set<String> keys) {
    Map<String, float[]> kept = new HashMap<>(bySkill);
    kept.keySet().retainAll(keys);
    return new Vectors(kept, background, usual, spread);
  }

  Vectors with(List<Skill> skills, List<float[]> vectors) {
    Map<String, float[]> more = new HashMap<>(bySkill);
    for (int i = 0; i < skills.size(); i++) {
      more.put(key(skills.get(i)), unit(vectors.get(i)));
    }
    return new Vectors(more, background, usual, spread);
  }

  /** Returns the same with its mean and deviation, from some skills. */
  Vectors measured() {
    Collection<float[]> some =
        bySkill.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .limit(SAMPLE)
            .map(Map.Entry::getValue)
            .toList();
    double sum = 0;
    double squares = 0;
    long count = 0;
    for (float[] skill : some) {
      for (float[] prompt : background) {
        double cosine = dot(skill, prompt);
        sum += cosine;
        squares += cosine * cosine;
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    double variance = count == 0 ? 1 : squares / count - mean * mean;
    return new Vectors(bySkill, background, mean, Math.max(1e-3, Math.sqrt(Math.max(0, variance))));
  }

  Meaning meaning(float[] question) {
    float[] unit = unit(question);
    return profile -> {
      String key = key(profile.skill());
      return bySkill.containsKey(key)
          ? (dot(unit, Objects.requireNonNull(bySkill.get(key))) - usual) / spread
          : 0;
    };
  }

  private static float[] unit(float[] vector) {
    double squares = dot(vector, vector);
    float[] unit = vector.clone();
    for (int i = 0; i < unit.length && squares > 0; i++) {
      unit[i] /= (float) Math.sqrt(squares);
    }
    return unit;
  }

  private static double dot(float[] one, float[] other) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(
          "vectors of " + one.length + " and of " + other.length + " numbers");
    }
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
