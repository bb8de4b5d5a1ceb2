package dev.hivemind.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcStorageTest {
  private final MemoryDatabase database = new MemoryDatabase();
  private final JdbcStorage storage = database.open();

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private static EventRow event(String id, String document) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, document);
  }

  private static SkillRow skill(int revision, String document) {
    return new SkillRow("w", "w/team", "s", revision, document);
  }

  @Test
  void document_atTheLimit_isKept() {
    String document = "ä".repeat(1_048_576);
    storage.events().append(List.of(event("e", document)));
    storage.skills().append(skill(1, document));
    assertThat(storage.events().read("w", 0, 1).get(0).document()).isEqualTo(document);
    assertThat(storage.skills().newest("w", "s").orElseThrow().document()).isEqualTo(document);
  }

  @Test
  void document_tooLarge_isNamedWithItsSize() {
    String document = "x".repeat(1_048_577);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.events().append(List.of(event("a", ""), event("e7", document))))
        .withMessageContaining("e7")
        .withMessageContaining("1048577")
        .withMessageContaining("1048576");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.skills().append(skill(1, document)))
        .withMessageContaining("1048577");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                storage
                    .events()
                    .advance(Checkpoint.start("w", "c"), new Checkpoint("w", "c", 1, document)))
        .withMessageContaining("1048577");
    assertThat(storage.events().workspaces()).isEmpty();
    assertThat(storage.skills().workspaces()).isEmpty();
  }

  @Test
  void key_tooLong_isNamedWithItsSize() {
    String key = "k".repeat(1025);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.events().append(List.of(event(key, ""))))
        .withMessageContaining("event id has 1025 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> storage.skills().append(new SkillRow("w", key, "s", 1, "text")))
        .withMessageContaining("scope has 1025 characters");
    storage.events().append(List.of(event(key.substring(1), "")));
    assertThat(storage.events().read("w", 0, 9)).hasSize(1);
  }

  @Test
  void failure_tellsNothingOfTheContent() {
    database.run("ALTER TABLE hivemind_event ALTER COLUMN document VARCHAR(5)");
    assertThatThrownBy(
            () -> storage.events().append(List.of(event("a", "b"), event("e", "confidential"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("append events")
        .hasMessageContaining("SQLSTATE 22001")
        .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain("confidential"));
    assertThat(storage.events().read("w", 0, 9)).isEmpty();
  }

  private static String trace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  @Test
  void failure_namesTheWayOut() {
    database.run("DROP TABLE hivemind_skill");
    assertThatThrownBy(() -> storage.skills().newest("w", "s"))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("read a skill")
        .hasMessageContaining("table is missing");
    JdbcDataSource nowhere = new JdbcDataSource();
    nowhere.setURL("jdbc:h2:mem:absent;IFEXISTS=TRUE");
    assertThatThrownBy(() -> JdbcStorage.open(nowhere, Dialect.H2))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void connection_isTheOnlyOneAndGivenBackAsItCame() throws SQLException {
    JdbcConnectionPool pool = JdbcConnectionPool.create(database.source());
    pool.setMaxConnections(1);
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    }
    JdbcStorage pooled = JdbcStorage.open(pool, Dialect.H2);
    pooled.events().append(List.of(event("e", "text")));
    pooled.events().append(List.of(event("e", "text")));
    pooled.events().advance(Checkpoint.start("w", "c"), new Checkpoint("w", "c", 1, ""));
    pooled.skills().append(skill(1, "text"));
    assertThatThrownBy(() -> pooled.skills().append(skill(1, "text")))
        .isInstanceOf(StaleRevisionException.class);
    pooled.skills().erase("w", List.of("s"));
    assertThat(pooled.events().read("w", 0, 9)).hasSize(1);
    assertThat(pool.getActiveConnections()).isZero();
    try (Connection connection = pool.getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    }
    pool.dispose();
  }

  @Test
  void storages_ofOneDatabase_shareItsRows() {
    JdbcStorage other = database.open();
    storage.events().append(List.of(event("a", "text")));
    other.events().append(List.of(event("b", "text"), event("a", "again")));
    assertThat(storage.events().read("w", 0, 9)).hasSize(2);
    other.skills().append(skill(1, "text"));
    assertThatThrownBy(() -> storage.skills().append(skill(1, "text")))
        .isInstanceOf(StaleRevisionException.class);
  }

  @Test
  void numbers_skipped() {
    storage.events().append(List.of(event("a", "text")));
    long version = storage.skills().append(skill(1, "text"));
    long position = storage.events().read("w", 0, 1).get(0).position();
    storage.skipNumbers(1000);
    storage.events().append(List.of(event("b", "text")));
    storage.events().append(List.of(new EventRow("new", 0, "a", "k", Instant.EPOCH, "text")));
    assertThat(storage.events().read("w", position, 1).get(0).position())
        .isEqualTo(position + 1001);
    assertThat(storage.events().read("new", 0, 1).get(0).position()).isEqualTo(1001);
    assertThat(storage.skills().append(skill(2, "text"))).isEqualTo(version + 1001);
    assertThatIllegalArgumentException().isThrownBy(() -> storage.skipNumbers(0));
  }

  @Test
  void storage_closed() {
    storage.close();
    storage.close();
    assertThatIllegalStateException().isThrownBy(() -> storage.events().workspaces());
    assertThatIllegalStateException().isThrownBy(() -> storage.skills().append(skill(1, "text")));
    assertThat(database.open().skills().workspaces()).isEmpty();
    assertThat(storage.description()).contains("H2");
  }
}
