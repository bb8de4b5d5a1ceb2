package dev.hivemind.journey;

import dev.hivemind.HivemindBuilder;
import dev.hivemind.cluster.Postgres;
import dev.hivemind.store.jdbc.JdbcStorage;
import org.junit.jupiter.api.AfterEach;

/** The same way on PostgreSQL: nothing but the line of the builder changes. */
class LoopOnPostgresTest extends LoopTest {
  private final Postgres database = new Postgres();

  @Override
  HivemindBuilder builder() {
    return super.builder().sharedStorage(() -> JdbcStorage.open(database.pool()));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
