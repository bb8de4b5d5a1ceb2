package dev.hivemind.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/** An H2 database on the heap, there until it is closed. */
final class MemoryDatabase implements AutoCloseable {
  private final String name = "jdbc:h2:mem:" + UUID.randomUUID();
  private final JdbcDataSource source = new JdbcDataSource();
  private final JdbcConnectionPool pool = JdbcConnectionPool.create(source);

  MemoryDatabase() {
    source.setURL(name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
  }

  /** Returns its URL without the settings of an administrator. */
  String name() {
    return name;
  }

  JdbcDataSource source() {
    return source;
  }

  JdbcStorage open() {
    return JdbcStorage.open(pool, Dialect.H2);
  }

  void run(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  List<String> query(String sql) {
    try (Connection connection = source.getConnection();
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
    pool.dispose();
    run("SHUTDOWN");
  }
}
