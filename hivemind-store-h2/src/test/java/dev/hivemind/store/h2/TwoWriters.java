package dev.hivemind.store.h2;

import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.store.jdbc.Dialect;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Writes for ever, two threads at once, through the JDBC stores without what this module puts
 * around them: its own checkpoints, its one writing thread, and its look at the version of H2.
 */
final class TwoWriters {
  static final int GROUP = 100;

  private final JdbcConnectionPool pool;
  private final Storage storage;
  private final ReentrantLock checkpoint = new ReentrantLock();

  private TwoWriters(JdbcConnectionPool pool) {
    this.pool = pool;
    this.storage = JdbcStorage.open(pool, Dialect.H2);
  }

  static JdbcConnectionPool pool(Path directory) throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:async:" + directory.resolve("loss") + ";DB_CLOSE_ON_EXIT=FALSE");
    source.setUser("sa");
    source.setPassword("");
    JdbcStorage.migrate(source, Dialect.H2);
    return JdbcConnectionPool.create(source);
  }

  /** Takes a directory. */
  public static void main(String[] arguments) throws SQLException {
    TwoWriters writers = new TwoWriters(pool(Path.of(arguments[0])));
    for (String workspace : new String[] {"one", "two"}) {
      new Thread(() -> writers.write(workspace)).start();
    }
  }

  private void write(String workspace) {
    for (int group = 0; ; group++) {
      String id = group + "-";
      storage
          .events()
          .append(IntStream.range(0, GROUP).mapToObj(i -> row(workspace, id + i)).toList());
      checkpoint();
      System.out.print(workspace + " " + id + "\n");
      System.out.flush();
    }
  }

  private static EventRow row(String workspace, String id) {
    return new EventRow(workspace, 0, id, "prompt", Instant.EPOCH, id + "x".repeat(400));
  }

  private void checkpoint() {
    checkpoint.lock();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      checkpoint.unlock();
    }
  }
}
