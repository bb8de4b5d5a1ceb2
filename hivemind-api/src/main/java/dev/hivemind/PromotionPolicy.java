package dev.hivemind;

/**
 * Has the last word on whether what was learned becomes active by itself. It can hold back, never
 * push: a state more eager than the proposed one is ignored.
 *
 * <p>Called on the learner thread. If it throws, the skill stays a candidate and the failure is
 * counted.
 */
@FunctionalInterface
public interface PromotionPolicy {
  /**
   * Returns the state the skill gets: the proposed one, or {@link SkillState#CANDIDATE}.
   *
   * @param skill the revision about to be saved
   * @param proposed ACTIVE or CANDIDATE, by the library's own rule
   */
  SkillState decide(Skill skill, SkillState proposed);

  /**
   * Returns the policy that follows the library's rule: what an operator or owner corrected
   * explicitly counts at once; weaker signals wait for a second one.
   */
  static PromotionPolicy automatic() {
    return (skill, proposed) -> proposed;
  }

  /**
   * Returns the policy under which nothing becomes active without a person's {@link
   * SkillLibrary#approve}.
   */
  static PromotionPolicy review() {
    return (skill, proposed) -> SkillState.CANDIDATE;
  }
}
