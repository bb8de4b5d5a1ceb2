package dev.hivemind.core.codify;

import dev.hivemind.SkillState;

/**
 * What promotion says.
 *
 * @param state ACTIVE or CANDIDATE
 * @param reason the clause that says so, in words
 */
record Ruling(SkillState state, String reason) {
  static Ruling active(String reason) {
    return new Ruling(SkillState.ACTIVE, reason);
  }

  static Ruling candidate(String reason) {
    return new Ruling(SkillState.CANDIDATE, reason);
  }

  boolean isActive() {
    return state == SkillState.ACTIVE;
  }
}
