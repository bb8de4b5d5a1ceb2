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
      try {
        set(connection, false, Connection.TRANSACTION_READ_COMMITTED);
        T result = work.run(new Sql(connection));
        connection.commit();
        return result;
      } catch (Throwable e) {
        quietly(connection::rollback);
        throw e;
      } finally {
        quietly(() -> set(connection, autoCommit, isolation));
      }
    }
  }

  private static void set(Connection connection, boolean autoCommit, int isolation)
      throws SQLException {
    if (connection.getAutoCommit() != autoCommit) {
      connection.setAutoCommit(autoCommit);
    }
    if (connection.getTransactionIsolation() != isolation) {
      connection.setTransactionIsolation(isolation);
    }
  }

  private interface Cleaning {
    void run() throws SQLException;
  }

  /** A connection that cannot be cleaned is lost, and its transaction with it. */
  private static void quietly(Cleaning cleaning) {
    try {
      cleaning.run();
    } catch (SQLException lost) {
      LOG.log(System.Logger.Level.DEBUG, "lost a connection: SQLSTATE {0}", lost.getSQLState());
    }
  }
}
