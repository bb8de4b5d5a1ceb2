package dev.hivemind.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements on one connection. Values are always parameters. Not thread-safe. */
final class Sql {
  /** Reads the row a result stands at. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  <T> List<T> query(String statement, Reader<T> reader, Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, values);
      List<T> all = new ArrayList<>();
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          all.add(reader.read(rows));
        }
      }
      return all;
    }
  }

  int update(String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, values);
      return prepared.executeUpdate();
    }
  }

  /** Runs a statement whose result, if any, does not matter. */
  void run(String statement) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    }
  }

  void batch(String statement, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (Object[] values : rows) {
        bind(prepared, values);
        prepared.addBatch();
      }
      prepared.executeBatch();
    }
  }

  private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      prepared.setObject(i + 1, values[i]);
    }
  }
}
