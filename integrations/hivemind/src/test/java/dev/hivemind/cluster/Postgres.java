package dev.hivemind.cluster;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hivemind.store.jdbc.JdbcStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An empty schema on a PostgreSQL that runs as long as this JVM, and pools on it. */
public final class Postgres implements AutoCloseable {
  /** Started when it is first used; the library stops it with the JVM. */
  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final String schema = "s" + UUID.randomUUID().toString().replace("-", "");
  private final List<HikariDataSource> pools = new ArrayList<>();

  public Postgres() {
    execute("CREATE SCHEMA " + schema);
  }

  int port() {
    return Server.RUNNING.getPort();
  }

  String url(int port) {
    return url(port, schema);
  }

  static String url(int port, String schema) {
    return "jdbc:postgresql://127.0.0.1:"
        + port
        + "/postgres?user=postgres&currentSchema="
        + schema;
  }

  /** Returns a new pool, as each process has its own. */
  public HikariDataSource pool() {
    return pool(port());
  }

  /** Returns a new pool that reaches the server through a port. */
  HikariDataSource pool(int port) {
    HikariDataSource pool = pool(url(port));
    pools.add(pool);
    return pool;
  }

  /** Returns one that gives up soon, and whose commits can be told from other traffic. */
  HikariDataSource plainPool(int port) {
    HikariDataSource pool = pool(url(port) + "&prepareThreshold=0");
    pool.setConnectionTimeout(1_000);
    pools.add(pool);
    return pool;
  }

  static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(5);
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  JdbcStorage storage() {
    return JdbcStorage.open(pool());
  }

  void execute(String sql) {
    query(sql);
  }

  /** Runs a statement past every proxy and returns the first column of what it answers. */
  List<String> query(String sql) {
    try (Connection connection = DriverManager.getConnection(url(port()));
        Statement statement = connection.createStatement()) {
      List<String> all = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            all.add(rows.getString(1));
          }
        }
      }
      return all;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    execute("DROP SCHEMA " + schema + " CASCADE");
  }
}
