package dev.hivemind.cluster;

import static dev.hivemind.cluster.Shipping.flush;
import static dev.hivemind.cluster.Shipping.recalls;
import static dev.hivemind.cluster.Shipping.teach;
import static dev.hivemind.cluster.Shipping.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.hivemind.Hivemind;
import dev.hivemind.Session;
import dev.hivemind.spi.EventRow;
import dev.hivemind.store.jdbc.JdbcStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server that crashes and recovers: what was confirmed is there, what waited follows. */
class RestartTest {
  @Test
  void server_crashingAndRecovering_losesAndDoublesNothing() throws Exception {
    Set<String> recorded = new HashSet<>();
    try (EmbeddedPostgres server = start();
        HikariDataSource pool = Postgres.pool(Postgres.url(server.getPort(), "public"));
        Hivemind hivemind = Hivemind.builder().sharedStorage(() -> JdbcStorage.open(pool)).open()) {
      teach(hivemind, "oslo");
      record(hivemind, recorded);
      flush(hivemind);
      for (String town : List.of("rome", "bern", "kiel")) {
        record(hivemind, recorded);
        teach(hivemind, town);
        crash(server);
        record(hivemind, recorded);
        assertThat(recalls(hivemind, "oslo")).isTrue();
        flush(hivemind);
        until(Duration.ofSeconds(5), () -> recalls(hivemind, town));
      }
      List<String> stored =
          JdbcStorage.open(pool).events().read("shipping", 0, 10_000).stream()
              .filter(row -> row.kind().equals("response"))
              .map(EventRow::id)
              .toList();
      assertThat(stored).hasSize(recorded.size());
      assertThat(Set.copyOf(stored)).isEqualTo(recorded);
    }
  }

  private static void record(Hivemind hivemind, Set<String> recorded) {
    Session session = Session.of(Shipping.SCOPE, "long").by(Shipping.ANA);
    for (int i = 0; i < 200; i++) {
      recorded.add(hivemind.record(session.response("parcel " + i)));
    }
  }

  private static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start();
  }

  /** Kills one of the server's processes: it ends all others and begins anew from its log. */
  private static void crash(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
      pid.next();
      ProcessHandle.of(pid.getLong(1)).orElseThrow().destroyForcibly();
    }
  }
}
