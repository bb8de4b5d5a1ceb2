package dev.hivemind;

/** Whether recall speaks. */
public enum Mode {
  /** Lessons are shown. */
  ON,
  /**
   * Everything runs and is logged, nothing is shown: the baseline to compare with, and the safe way
   * to adopt.
   */
  SHADOW
}
