package dev.hivemind;

/**
 * A race was lost: somebody else saved a newer revision first, and nothing was written. Read the
 * newest and decide again.
 */
public final class StaleRevisionException extends HivemindException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates.
   *
   * @param skill the skill's id
   * @param offered the revision that was to be saved
   * @param newest the newest revision that is stored, 0 if there is none
   */
  public StaleRevisionException(String skill, int offered, int newest) {
    super(
        "skill "
            + skill
            + " is at revision "
            + newest
            + ", revision "
            + offered
            + " cannot be saved: read the newest and save revision "
            + (newest + 1));
  }
}
