package dev.hivemind.core.recall;

/** How near in meaning skills are to one question, if anybody knows. */
@FunctionalInterface
interface Meaning {
  /** Nobody knows. */
  Meaning UNKNOWN = skill -> 0;

  /**
   * Returns by how many standard deviations the skill is nearer to the question than skills are to
   * ordinary prompts; 0 if it is not known.
   */
  double of(Profile skill);
}
