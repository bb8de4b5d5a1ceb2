package dev.hivemind.core.recall;

/**
 * What a word weighs in a skill: BM25F's sum of saturated counts, a field at a time (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). Lengths are measured
 * against fixed usual ones rather than the library's mean: so a skill's weights depend on nothing
 * but the skill.
 */
final class FieldWeights {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_NORM = .75;

  private Vector sum = Vector.EMPTY;

  /** A part of a skill, what a word in it weighs, and how many words it has as a rule. */
  enum Field {
    NAME(1, 3),
    DESCRIPTION(1, 40),
    SITUATIONS(1, 30),
    BODY(.25, 700);

    private final double weight;
    private final double usual;

    Field(double weight, double usual) {
      this.weight = weight;
      this.usual = usual;
    }
  }

  FieldWeights add(Field field, String text) {
    int[] words = Hashes.words(text);
    Vector counts = Vector.counts(words);
    double norm = SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * words.length / field.usual);
    float[] weights = new float[counts.size()];
    for (int i = 0; i < weights.length; i++) {
      double count = counts.weight(i);
      weights[i] = (float) (field.weight * count * (SATURATION + 1) / (count + norm));
    }
    sum = sum.plus(counts.weighing(weights));
    return this;
  }

  Vector vector() {
    return sum;
  }
}
