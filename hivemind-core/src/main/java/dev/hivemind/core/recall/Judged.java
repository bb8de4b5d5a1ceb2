package dev.hivemind.core.recall;

import dev.hivemind.Skill;
import java.util.Map;

/**
 * A candidate as it was judged.
 *
 * @param skill the skill
 * @param parts the parts of its score
 * @param score by which candidates are ranked, comparable within one recall only
 * @param confidence that it is about the situation, 0 to 1
 * @param repeated whether the waiting call does again what the skill says is wrong
 */
record Judged(
    Skill skill, Map<String, Double> parts, double score, double confidence, boolean repeated) {
  /** Returns this with another confidence. */
  Judged sure(double other) {
    return new Judged(skill, parts, score, other, repeated);
  }
}
