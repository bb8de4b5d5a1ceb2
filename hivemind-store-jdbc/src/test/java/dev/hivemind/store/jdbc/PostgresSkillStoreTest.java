package dev.hivemind.store.jdbc;

import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.DurableSkillStoreContract;
import org.junit.jupiter.api.AfterEach;

class PostgresSkillStoreTest extends DurableSkillStoreContract {
  private final PostgresDatabase database = PostgresDatabase.empty();

  @Override
  protected SkillStore open() {
    return database.open().skills();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
