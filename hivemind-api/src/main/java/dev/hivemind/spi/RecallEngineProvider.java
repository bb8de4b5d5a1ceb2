package dev.hivemind.spi;

import java.nio.file.Path;

/** Opens the index of a home. Declared in {@code module-info} and in {@code META-INF/services}. */
public interface RecallEngineProvider {
  /**
   * Opens what is in a directory, or creates it. An index that is missing, of another format or
   * corrupt is no error: it is set aside and the engine begins at version 0.
   */
  RecallEngine open(Path directory);
}
