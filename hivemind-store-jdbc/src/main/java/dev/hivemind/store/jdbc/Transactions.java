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

  private static final int ATTEMPTS = 5;

  private final DataSource source;
  private final Dialect dialect;

  Transactions(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
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

  /**
   * Runs the work and commits; rolls back if it throws, and begins again if the database asks for
   * that.
   */
  <T> T attempt(Work<T> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !SqlFailure.isWorthAnotherTry(e)) {
          throw e;
        }
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Setting before = Setting.of(connection, dialect);
      try {
        T result = work.run(new Sql(connection));
        connection.commit();
        return result;
      } catch (Throwable e) {
        quietly(connection::rollback);
        throw e;
      } finally {
        quietly(before::putBack);
      }
    }
  }

  /** How a connection came, to be put back; asking for its isolation costs a way to the server. */
  private record Setting(Connection connection, boolean autoCommit, int isolation, int patience) {
    private static final int OURS = Connection.TRANSACTION_READ_COMMITTED;

    static Setting of(Connection connection, Dialect dialect) throws SQLException {
      boolean patient = dialect.patienceMillis() == 0;
      Setting before =
          new Setting(
              connection,
              connection.getAutoCommit(),
              connection.getTransactionIsolation(),
              patient ? -1 : connection.getNetworkTimeout());
      if (!patient) {
        connection.setNetworkTimeout(Runnable::run, dialect.patienceMillis());
      }
      if (before.isolation != OURS) {
        connection.setTransactionIsolation(OURS);
      }
      if (before.autoCommit) {
        connection.setAutoCommit(false);
      }
      return before;
    }

    void putBack() throws SQLException {
      if (autoCommit) {
        connection.setAutoCommit(true);
      }
      if (isolation != OURS) {
        connection.setTransactionIsolation(isolation);
      }
      if (patience >= 0) {
        connection.setNetworkTimeout(Runnable::run, patience);
      }
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
