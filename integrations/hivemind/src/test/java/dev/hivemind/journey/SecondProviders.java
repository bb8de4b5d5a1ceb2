package dev.hivemind.journey;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindProvider;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.nio.file.Path;

/** A second provider of each type on the class path, for the messages that name both. */
public final class SecondProviders {
  private SecondProviders() {}

  /** Makes the first one's builders. */
  public static final class Engine implements HivemindProvider {
    @Override
    public HivemindBuilder builder() {
      return Hivemind.builder();
    }
  }

  /** Opens stores on the heap. */
  public static final class Stores implements StorageProvider {
    @Override
    public Storage open(Path directory) {
      return new InMemoryStorage();
    }
  }

  /** Opens an index on the heap. */
  public static final class Index implements RecallEngineProvider {
    @Override
    public RecallEngine open(Path directory) {
      return new InMemoryRecallEngine();
    }
  }
}
