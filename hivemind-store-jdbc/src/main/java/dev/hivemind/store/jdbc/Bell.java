package dev.hivemind.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * What a {@link Watcher} waits for between two looks: on PostgreSQL for word from those who saved,
 * elsewhere, or where the driver cannot hear it, for the time to pass.
 *
 * <p>Hearing takes a connection as long as it lasts. The method that hears is the driver's own, and
 * the driver is the host's: it is found by its name.
 */
final class Bell implements AutoCloseable {
  private static final String HEARING = "org.postgresql.PGConnection";

  private final Optional<Line> line;

  private record Line(Connection connection, Connection driver, Method hear) {}

  private Bell(Optional<Line> line) {
    this.line = line;
  }

  static Bell of(DataSource source, Dialect dialect) throws SQLException {
    if (dialect.announcement().isEmpty()) {
      return new Bell(Optional.empty());
    }
    Connection connection = source.getConnection();
    Optional<Line> line = Optional.empty();
    try {
      line = line(connection);
    } finally {
      if (line.isEmpty()) {
        connection.close();
      }
    }
    return new Bell(line);
  }

  private static Optional<Line> line(Connection connection) throws SQLException {
    try {
      Connection driver = connection.unwrap(Connection.class);
      Class<?> type = Class.forName(HEARING, false, driver.getClass().getClassLoader());
      if (!type.isInstance(driver)) {
        return Optional.empty();
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + Dialect.CHANNEL);
      }
      return Optional.of(
          new Line(connection, driver, type.getMethod("getNotifications", int.class)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty(); // another driver
    }
  }

  /** Returns when it rings or the time is over. */
  void await(int millis) throws SQLException {
    if (line.isEmpty()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      return;
    }
    try {
      line.get().hear().invoke(line.get().driver(), millis);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException known ? known : new SQLException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new SQLException(e);
    }
  }

  /** Ends a wait too; the connection is not used again, since it goes on hearing. */
  @Override
  public void close() throws SQLException {
    if (line.isPresent()) {
      Connection connection = line.get().connection();
      try {
        connection.abort(Runnable::run);
      } finally {
        connection.close();
      }
    }
  }
}
