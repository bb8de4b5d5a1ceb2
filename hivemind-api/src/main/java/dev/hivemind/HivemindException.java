package dev.hivemind;

/**
 * The environment does not let Hivemind work: a home that is not writable, a foreign database, a
 * missing provider. The message names the thing and the way out, never content.
 */
public class HivemindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates with a message that names the thing and the way out. */
  public HivemindException(String message) {
    super(message);
  }

  /**
   * Creates with a message that names the thing and the way out, and what was thrown underneath.
   */
  public HivemindException(String message, Throwable cause) {
    super(message, cause);
  }
}
