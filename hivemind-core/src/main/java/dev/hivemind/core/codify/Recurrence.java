package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Skill;

/** Whether a push-back is about what a skill is about. */
public final class Recurrence {
  private Recurrence() {}

  /**
   * Returns whether it says the same as something the skill stands on, or the contrary; what the
   * skill was taught by this very push-back does not count.
   */
  public static boolean is(Skill skill, Evidence newer) {
    return skill.evidence().stream()
        .filter(one -> !one.id().equals(newer.id()))
        .anyMatch(one -> Kinship.of(one, newer) != Kinship.NONE);
  }
}
