package dev.hivemind.store.jdbc;

import dev.hivemind.spi.EventStore;
import dev.hivemind.testkit.DurableEventStoreContract;
import org.junit.jupiter.api.AfterEach;

class PostgresEventStoreTest extends DurableEventStoreContract {
  private final PostgresDatabase database = PostgresDatabase.empty();

  @Override
  protected EventStore open() {
    return database.open().events();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
