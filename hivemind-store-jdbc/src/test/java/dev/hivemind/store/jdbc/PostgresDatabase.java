package dev.hivemind.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/**
 * An empty schema on a PostgreSQL that runs as long as this JVM. One that was closed is emptied and
 * used again: connections are dear.
 */
final class PostgresDatabase implements AutoCloseable {
  /** Started when it is first used; the library stops it with the JVM. */
  private static final class Server {
    private static final Deque<PostgresDatabase> FREE = new ConcurrentLinkedDeque<>();
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final String schema = "s" + UUID.randomUUID().toString().replace("-", "");
  private final HikariDataSource pool;

  static PostgresDatabase empty() {
    PostgresDatabase free = Server.FREE.poll();
    return free == null ? new PostgresDatabase() : free;
  }

  private PostgresDatabase() {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    this.pool = pool(40);
  }

  /** Returns a pool of its own on this schema; the caller closes it. */
  HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setUsername("postgres");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  String url() {
    return Server.RUNNING.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
  }

  String schema() {
    return schema;
  }

  DataSource source() {
    return pool;
  }

  JdbcStorage open() {
    return JdbcStorage.open(pool);
  }

  void run(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  List<String> query(String sql) {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  @Override
  public void close() {
    run("DROP SCHEMA " + schema + " CASCADE; CREATE SCHEMA " + schema);
    Server.FREE.push(this);
  }
}
