package dev.hivemind;

/**
 * The environment does not let Hivemind work: a home that is not writable, a foreign database, a
 * missing provider. The message says what it is about and what can be done, and quotes no content.
 */
public class HivemindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates with a message that says what can be done. */
  public HivemindException(String message) {
    super(message);
  }

  /** Creates with a message that says what can be done, and what was thrown underneath. */
  public HivemindException(String message, Throwable cause) {
    super(message, cause);
  }
}
