package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Storage;
import dev.hivemind.testkit.SharedStorageContract;
import org.junit.jupiter.api.AfterEach;

class JdbcSharedStorageTest extends SharedStorageContract {
  private final MemoryDatabase database = new MemoryDatabase();

  @Override
  protected Storage open() {
    return database.open();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
