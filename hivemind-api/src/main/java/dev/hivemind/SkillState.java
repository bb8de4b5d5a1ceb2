package dev.hivemind;

/**
 * Where a skill stands. The last four are ends: a skill in one of them is <em>retired</em>, kept in
 * history, and can be restored.
 *
 * <p>{@link #UNUSED} is given by people only, with {@link SkillLibrary#retire}: a scope that is
 * full lets new lessons wait instead.
 */
public enum SkillState {
  /** Waits for a second signal or for a person; never shown. */
  CANDIDATE,
  /** Recalled and published. */
  ACTIVE,
  /**
   * Was active, is doubted: corrected twice although it was followed, or shown to do worse than
   * nothing. Not shown until a person whose word may become a lesson says the same again, or
   * restores it.
   */
  SUSPENDED,
  /** Retired: a person said no. */
  REJECTED,
  /** Retired: a person deleted its file. */
  DELETED,
  /** Retired: nobody needs it any more; new evidence may teach it anew. */
  UNUSED,
  /** Retired: it was followed and corrected, and what was said became a newer skill. */
  SUPERSEDED;

  /** Returns whether this is an end. */
  public boolean retired() {
    return compareTo(REJECTED) >= 0;
  }
}
