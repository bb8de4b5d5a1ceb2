package dev.hivemind;

/**
 * What came of showing a skill, and of not showing it. A fold of the event log, never part of a
 * revision: a rollback brings back words, not history. Immutable.
 *
 * <p>A skill is shown or withheld once a turn, however many recalls the turn makes. It was
 * <em>followed</em> if within the session's next 8 calls its tool ran with the new value in the
 * corrected place, or without the old one, or the wanted call appeared; a skill from which no such
 * check follows counts neither as followed nor as ignored. That a tool answered OK is no success.
 *
 * @param shown turns that were shown it
 * @param withheld turns that would have been shown it, but for the hold-out or mode SHADOW
 * @param followed turns that were shown it and followed it
 * @param helped what it was worth when followed and not corrected again: 1 for an approval, .3
 *     where the same was done again without complaint, nothing for silence
 * @param correctedAgain turns that followed it and were corrected all the same: it is wrong
 * @param ignored turns that did not follow it and were corrected again: it was told too softly
 * @param missed corrections in its situation in sessions that were neither shown nor withheld it
 * @param failedShown turns that were shown it and went wrong: corrected, or failed with its error
 * @param failedWithheld turns that were withheld it and went wrong
 */
public record TrackRecord(
    long shown,
    long withheld,
    long followed,
    double helped,
    long correctedAgain,
    long ignored,
    long missed,
    long failedShown,
    long failedWithheld) {
  /** The record of a skill that never came up. */
  public static final TrackRecord NONE = new TrackRecord(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Validates. */
  public TrackRecord {
    long least =
        Math.min(
            Math.min(Math.min(shown, withheld), Math.min(followed, correctedAgain)),
            Math.min(Math.min(ignored, missed), Math.min(failedShown, failedWithheld)));
    if (least < 0 || !(helped >= 0)) {
      throw new IllegalArgumentException("a track record counts from nothing: " + least);
    }
    if (failedShown > shown || failedWithheld > withheld) {
      throw new IllegalArgumentException("more turns went wrong than there were");
    }
  }
}
