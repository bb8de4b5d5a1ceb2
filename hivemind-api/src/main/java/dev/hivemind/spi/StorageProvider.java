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
   * @throws dev.hivemind.HivemindException if what is there cannot be opened; the message names the
   *     file and the way out, and the file is left as it was
   */
  Storage open(Path directory);
}
