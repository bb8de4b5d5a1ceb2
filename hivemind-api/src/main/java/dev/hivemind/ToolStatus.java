package dev.hivemind;

/** How a tool call ended, as far as the host can tell. */
public enum ToolStatus {
  /** The tool returned. Not yet proof of success: the next correction may say otherwise. */
  OK,
  /** The tool failed and said so. */
  ERROR,
  /** A person or a policy refused the call. */
  REJECTED,
  /** The call waits, for a confirmation or for a job that goes on. Never a failure. */
  PENDING,
  /** Hivemind's advice was returned in the tool's place. */
  HELD,
  /** The call was stopped before it ended. */
  CANCELLED,
  /**
   * The host's framework does not say: the engine reads from the output whether the call went well,
   * failed, waits or was stopped. It never reads that a person refused.
   */
  UNKNOWN
}
