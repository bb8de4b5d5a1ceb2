package dev.hivemind.examples.customstore;

import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.DurableSkillStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The proof: everything a store must do, and nothing to write but how it is opened. */
class FileSkillStoreTest extends DurableSkillStoreContract {
  @TempDir Path directory;

  @Override
  protected SkillStore open() {
    return FileSkillStore.open(directory);
  }
}
