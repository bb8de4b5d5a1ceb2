package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Storage;
import dev.hivemind.testkit.SharedStorageContract;
import org.junit.jupiter.api.AfterEach;

class PostgresSharedStorageTest extends SharedStorageContract {
  private final PostgresDatabase database = PostgresDatabase.empty();

  @Override
  protected Storage open() {
    return database.open();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
