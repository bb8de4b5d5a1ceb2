package dev.hivemind.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs work in transactions of {@code READ COMMITTED}, each on a connection of its own that is
 * given back as it came. Thread-safe.
 */
final class Transactions {
  /** What is done in a transaction. */
  interface Work<T> {
    T run(Sql sql) throws SQLException;
  }

  private static final System.Logger LOG = System.getLogger(Transactions.class.getName());

  private final DataSource source;

  Transactions(DataSource source) {
    this.source = source;
  }

  /**
   * Runs the work and commits; rolls back if it throws.
   *
   * @param what what is done, for the message if it fails
   */
  <T> T run(String what, Work<T> work) {
    try {
      return attempt(work);
    } catch (SQLException e) {
      throw SqlFailure.of(what, e);
    }
  }

  /** Runs the work and commits; rolls back if it throws. */
  <T> T attempt(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      int isolation = connection.getTransactionIsolation();
      connection.setAutoCommit(false);
      isolate(connection, isolation, Connection.TRANSACTION_READ_COMMITTED);
      T result = committed(connection, work);
      isolate(connection, Connection.TRANSACTION_READ_COMMITTED, isolation);
      connection.setAutoCommit(autoCommit);
      return result;
    }
  }

  private static void isolate(Connection connection, int from, int to) throws SQLException {
    if (from != to) {
      connection.setTransactionIsolation(to);
    }
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.run(new Sql(connection));
      connection.commit();
      return result;
    } catch (Throwable e) {
      rollBack(connection);
      throw e;
    }
  }

  /** A connection that cannot roll back is lost, and its transaction with it. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException lost) {
      LOG.log(System.Logger.Level.DEBUG, "rollback failed: SQLSTATE {0}", lost.getSQLState());
    }
  }
}
