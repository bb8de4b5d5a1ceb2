package dev.hivemind.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.EventRow;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresSchemaTest {
  private static final int OPENERS = 12;

  private final PostgresDatabase database = PostgresDatabase.empty();

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void openers_ofAnEmptyDatabase_allGetIn() {
    ExecutorService threads = Executors.newFixedThreadPool(OPENERS);
    List<CompletableFuture<JdbcStorage>> openers =
        IntStream.range(0, OPENERS)
            .mapToObj(i -> CompletableFuture.supplyAsync(database::open, threads))
            .toList();
    openers.forEach(one -> one.join().events().append(List.of(event("e" + one.hashCode()))));
    threads.shutdown();
    assertThat(database.open().events().read("w", 0, 99)).hasSize(OPENERS);
    assertThat(database.query("SELECT version FROM hivemind_schema ORDER BY 1"))
        .containsExactly("1", "2");
  }

  @Test
  void dialect_isRecognised() {
    assertThat(database.open().description()).contains("POSTGRESQL");
  }

  @Test
  void keys_areComparedByteByByte() {
    database.open().close();
    assertThat(
            database.query(
                "SELECT DISTINCT collation_name FROM information_schema.columns"
                    + " WHERE table_schema = '"
                    + database.schema()
                    + "' AND data_type = 'character varying'"))
        .containsExactly("C");
  }

  @Test
  void connection_thatComesBack_isAsItWent() {
    database.open().events().append(List.of(event("e")));
    assertThat(database.query("SHOW idle_in_transaction_session_timeout")).containsExactly("0");
  }

  private static EventRow event(String id) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, "text");
  }
}
