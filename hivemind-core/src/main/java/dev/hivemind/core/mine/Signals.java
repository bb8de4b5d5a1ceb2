package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Signal;

/** Names of the signals; what decides about promotion reads them. */
public final class Signals {
  /** An explicit correction. */
  public static final String CORRECTION = "correction";

  /** A person changed the arguments of a call before letting it go ahead. */
  public static final String EDITED_CALL = "edited-call";

  /** A person changed the agent's answer. */
  public static final String EDITED_ANSWER = "edited-answer";

  /** A person changed a file the agent had written. */
  public static final String EDITED_FILE = "edited-file";

  /** A person refused a call. */
  public static final String REFUSED = "refused";

  /** A person undid an act. */
  public static final String REVERTED = "reverted";

  /** A person stopped the agent and then spoke. */
  public static final String INTERRUPTED = "interrupted";

  /** The words of a turn that pushes back. */
  public static final String WORDS = "words";

  /** The agent had asked. */
  public static final String ASKED = "asked";

  /** The words say what is wanted, not only what is wrong. */
  public static final String WANTED = "wanted";

  /** After the person spoke the agent made the same call in another manner. */
  public static final String REDONE = "redone";

  /** After the person had named both, the agent did the one instead of the other. */
  public static final String HEEDED = "heeded";

  /** The person went on without complaint. */
  public static final String UNOBJECTED = "unobjected";

  /** The person complained again. */
  public static final String OBJECTED = "objected";

  /** An error, a changed call, success. */
  public static final String FIXED = "fixed";

  /** The change of a fix stands in a tool's output or a stranger's words. */
  public static final String FOREIGN = "foreign-words";

  /** A person let a call go ahead or gave thanks. */
  public static final String CONFIRMED = "confirmed";

  private Signals() {}

  static Signal of(String name, double weight, String why) {
    return new Signal(name, weight, why);
  }
}
