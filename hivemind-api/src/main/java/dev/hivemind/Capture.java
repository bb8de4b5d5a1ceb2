package dev.hivemind;

/** How much of what happened is kept once it was mined. */
public enum Capture {
  /** Raw events are kept for the retention: recalls can be explained and outcomes counted again. */
  FULL,
  /**
   * Raw events are removed within an hour of being mined; what a skill stands on stays with the
   * skill, masked. What a session that is open then had begun to teach is lost if the process ends
   * before the session does.
   */
  EVIDENCE
}
