package dev.hivemind;

/** What a person answered when an agent asked to make a call. */
public enum Verdict {
  /** Go on as proposed. */
  APPROVED,
  /** Do not. */
  REJECTED,
  /** Go on, with other arguments. */
  EDITED
}
