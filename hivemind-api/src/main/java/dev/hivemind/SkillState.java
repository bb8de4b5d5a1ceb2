package dev.hivemind;

/**
 * Where a skill stands. The last four are ends: a skill in one of them is <em>retired</em>, kept in
 * history, and can be restored.
 *
 * <p>{@link #SUSPENDED}, {@link #UNUSED} and {@link #SUPERSEDED} are read and shown, but this
 * version gives them to no skill: that takes a track record of outcomes.
 */
public enum SkillState {
  /** Waits for a second signal or for a person; never shown. */
  CANDIDATE,
  /** Recalled and published. */
  ACTIVE,
  /** Was active, is doubted: not shown until it proves itself or a person restores it. */
  SUSPENDED,
  /** Retired: a person said no. */
  REJECTED,
  /** Retired: a person deleted its file. */
  DELETED,
  /** Retired: its situation never came back and others needed the room. */
  UNUSED,
  /** Retired: a newer skill took its place. */
  SUPERSEDED;

  /** Returns whether this is an end. */
  public boolean retired() {
    return compareTo(REJECTED) >= 0;
  }
}
