package dev.hivemind.store.h2;

import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.testkit.DurableSkillStoreContract;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract over a directory, for one durability a subclass. */
abstract class H2SkillStoreContract extends DurableSkillStoreContract {
  @TempDir private Path directory;

  private final Durability durability;
  private final Deque<Storage> opened = new ArrayDeque<>();

  H2SkillStoreContract(Durability durability) {
    this.durability = durability;
  }

  @Override
  protected SkillStore open() {
    closeStorage();
    opened.push(H2Storage.with(durability).open(directory));
    return opened.element().skills();
  }

  @AfterEach
  void closeStorage() {
    opened.forEach(Storage::close);
  }
}
