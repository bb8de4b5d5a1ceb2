package dev.hivemind.core.recall;

import dev.hivemind.Skill;
import java.util.Map;

/**
 * A candidate with the parts of its score, the score by which candidates are ranked (comparable
 * within one recall only), and the confidence that it is about the situation, 0 to 1.
 */
record Judged(Skill skill, Map<String, Double> parts, double score, double confidence) {
  /** Returns this with another confidence. */
  Judged sure(double other) {
    return new Judged(skill, parts, score, other);
  }
}
