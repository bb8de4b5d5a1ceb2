package dev.hivemind.spi;

import java.nio.file.Path;

/**
 * Opens the stores of a home. Declared in {@code module-info} and in {@code META-INF/services}, or
 * given to the builder.
 */
public interface StorageProvider {
  /**
   * Opens what is in a directory, or creates it. The directory exists, is readable by its owner
   * only, and nobody else holds it.
   *
   * @throws dev.hivemind.DamagedStoreException if what is there was damaged; the file is left as it
   *     was
   * @throws dev.hivemind.HivemindException if what is there cannot be opened for another reason;
   *     the message names the file and the way out, and the file is left as it was
   */
  Storage open(Path directory);

  /**
   * Makes of an empty directory one that {@link #open} finds the contents of a backup in. No
   * position or version that was taken after the backup may be given out anew: an index may have
   * seen them. When it returns, the directory is durable; when it throws, what it left may be
   * deleted.
   *
   * @param backup a file that {@link Storage#backup} of this provider's storage wrote
   * @throws dev.hivemind.DamagedStoreException if the file was damaged or is no such backup
   * @throws UnsupportedOperationException if the storage has no backup of its own; the default
   */
  default void restore(Path backup, Path directory) {
    throw new UnsupportedOperationException("this storage has no backup of its own");
  }
}
