package dev.hivemind.store.jdbc;

import dev.hivemind.spi.EventStore;
import dev.hivemind.testkit.DurableEventStoreContract;
import org.junit.jupiter.api.AfterEach;

class JdbcEventStoreTest extends DurableEventStoreContract {
  private final MemoryDatabase database = new MemoryDatabase();

  @Override
  protected EventStore open() {
    return database.open().events();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
