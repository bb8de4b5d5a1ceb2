package dev.hivemind.journey;

import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.testkit.InMemoryStorage;
import java.nio.file.Path;

/** A second provider on the class path, for the message that names both. */
public final class SecondStorage implements StorageProvider {
  @Override
  public Storage open(Path directory) {
    return new InMemoryStorage();
  }
}
