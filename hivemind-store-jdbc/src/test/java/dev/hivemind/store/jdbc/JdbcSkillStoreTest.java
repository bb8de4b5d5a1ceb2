package dev.hivemind.store.jdbc;

import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.DurableSkillStoreContract;
import org.junit.jupiter.api.AfterEach;

class JdbcSkillStoreTest extends DurableSkillStoreContract {
  private final MemoryDatabase database = new MemoryDatabase();

  @Override
  protected SkillStore open() {
    return database.open().skills();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
