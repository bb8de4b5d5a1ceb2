package dev.hivemind;

/**
 * Other words for a skill, which the rules of this version would find in its evidence. Immutable;
 * nothing is changed by it until {@link SkillLibrary#reword}.
 *
 * @param skill the revision it was made for
 * @param text the {@code SKILL.md} as it would be
 * @param diff what would change, in the unified format
 */
public record Rewording(Skill skill, String text, String diff) {
  /** Validates. */
  public Rewording {
    Check.notNull("skill", skill);
    Check.notNull("text", text);
    Check.notNull("diff", diff);
  }

  /** Returns the difference, for people. */
  @Override
  public String toString() {
    return diff;
  }
}
