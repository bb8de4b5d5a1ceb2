package dev.hivemind;

/**
 * What a storage finds in its files was damaged: cut short, overwritten or changed by something
 * else. The message names the file and the way out; the file is left as it was. Thrown only where
 * that is certain, never for a disk that fails or a right that is missing, because {@link
 * HivemindBuilder#open} answers it with the newest backup.
 */
public class DamagedStoreException extends HivemindException {
  private static final long serialVersionUID = 1L;

  /** Creates with a message that names the file and the way out. */
  public DamagedStoreException(String message) {
    super(message);
  }

  /** Creates with a message that names the file and the way out, and what was thrown underneath. */
  public DamagedStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
