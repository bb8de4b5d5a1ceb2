package dev.hivemind;

/**
 * What an author's word may do, from most to least trusted. The order of the constants is the order
 * of trust.
 *
 * <p>Trust of a skill is the lowest role among its sources ({@link #lowest}) and survives merging,
 * renaming and promotion.
 */
public enum Role {
  /** Owns the agent. His correction may become a lesson for the whole scope. */
  OWNER,
  /** Runs the agent for others. His correction may become a lesson for the whole scope. */
  OPERATOR,
  /** A customer of the agent. A customer can teach only a scope named after that customer. */
  END_USER,
  /** The agent itself. What it says about itself is an observation. */
  AGENT,
  /** Output of a tool. By itself it instructs nobody. */
  TOOL,
  /** Text that came from elsewhere. Waits as a candidate until a person approves it. */
  IMPORT;

  /** Returns whether this role's correction may become a lesson for the scope it was given in. */
  public boolean authorised() {
    return this == OWNER || this == OPERATOR;
  }

  /** Returns the less trusted of this role and the other. */
  public Role lowest(Role other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
