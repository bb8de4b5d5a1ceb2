package dev.hivemind.store.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hivemind.HivemindException;
import dev.hivemind.store.jdbc.Dialect;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An open database: one private connection of the administrator, for checkpoints and the end, and a
 * pool of an ordinary user who can read and write rows and nothing else. An administrator could
 * call any static method of Java from a statement.
 */
final class Database {
  static final String ADMIN = "HIVEMIND_ADMIN";
  static final int READERS = 4;

  private static final String USER = "HIVEMIND";
  private static final String OPTIONS = ";LOCK_TIMEOUT=10000";
  private static final String ADMIN_OPTIONS =
      OPTIONS
          + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;CACHE_SIZE=16384"
          + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  /** Well below the half second after which H2's background writer begins. */
  private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long SMALL = 4_000_000;

  private static final String PULSE = "UPDATE hivemind_pulse SET beat = beat + 1";

  private final DatabaseFile file;
  private final Connection admin;
  private final HikariDataSource pool;
  private final JdbcStorage storage;
  private long lastCheckpoint = System.nanoTime() - RECENT_NANOS;

  private Database(
      DatabaseFile file, Connection admin, HikariDataSource pool, JdbcStorage storage) {
    this.file = file;
    this.admin = admin;
    this.pool = pool;
    this.storage = storage;
  }

  /** Makes a new database beside its place, so that none in its place is ever half made. */
  static void create(DatabaseFile file) {
    DatabaseFile draft = file.draft();
    try {
      draft.delete();
      try (Connection admin = source(draft, ADMIN, ADMIN_OPTIONS).getConnection()) {
        run(admin, "CREATE USER " + USER + " PASSWORD ''");
        run(admin, "GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO " + USER);
        run(admin, "CREATE TABLE hivemind_pulse (beat BIGINT NOT NULL)");
        run(admin, "INSERT INTO hivemind_pulse (beat) VALUES (0)");
        JdbcStorage.migrate(source(draft, ADMIN, OPTIONS), Dialect.H2);
        run(admin, "CHECKPOINT SYNC");
        run(admin, "SHUTDOWN");
      }
      draft.makePrivate();
      draft.moveTo(file);
    } catch (IOException | SQLException | RuntimeException e) {
      throw Refusal.failed("create", file, e);
    }
  }

  static Database open(DatabaseFile file) {
    try {
      Seal.remove(file);
      Connection admin = source(file, ADMIN, ADMIN_OPTIONS).getConnection();
      try {
        file.makePrivate();
        JdbcStorage.migrate(source(file, ADMIN, OPTIONS), Dialect.H2);
        run(admin, "CHECKPOINT SYNC");
        HikariDataSource pool = pool(file);
        return new Database(file, admin, pool, storage(pool));
      } catch (IOException | SQLException | RuntimeException e) {
        run(admin, "SHUTDOWN");
        throw e;
      }
    } catch (HivemindException e) {
      throw e;
    } catch (IOException | SQLException | RuntimeException e) {
      throw Refusal.failed("open", file, e);
    }
  }

  private static JdbcStorage storage(HikariDataSource pool) {
    try {
      return JdbcStorage.open(pool, Dialect.H2);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  static JdbcDataSource source(DatabaseFile file, String user, String options) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(file.url() + options);
    source.setUser(user);
    source.setPassword("");
    return source;
  }

  private static HikariDataSource pool(DatabaseFile file) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("hivemind");
    config.setDataSource(source(file, USER, OPTIONS));
    config.setMaximumPoolSize(READERS + 1);
    config.setMaxLifetime(0);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
    return new HikariDataSource(config);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  JdbcStorage storage() {
    return storage;
  }

  /**
   * Makes what was committed so far durable. Nobody may write meanwhile.
   *
   * <p>A checkpoint that finds nothing new to write returns at once, even if H2's background writer
   * has just taken the last changes and they are still queued for the disk. It takes them after
   * half a second without any checkpoint. So one that follows soon after another cannot be hit, and
   * any other is done twice, the second with a change of our own that queues behind whatever there
   * is.
   */
  void checkpoint(Durability durability) {
    if (!durability.checkpoint().isEmpty()) {
      checkpoint(durability.checkpoint());
    }
  }

  private void checkpoint(String statement) {
    try {
      if (System.nanoTime() - lastCheckpoint > RECENT_NANOS) {
        run(admin, "CHECKPOINT");
      }
      run(admin, PULSE);
      run(admin, statement);
      lastCheckpoint = System.nanoTime();
    } catch (SQLException e) {
      throw Refusal.failed("write", file, e);
    }
  }

  /** Returns whether H2 still holds the file: after some errors it closes by itself. */
  boolean answers() {
    try {
      run(admin, "SELECT beat FROM hivemind_pulse");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Lets go of the file without another write to it. Can be called again. */
  void abandon() {
    pool.close();
    try {
      run(admin, "SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      // It had closed by itself, which is one reason to abandon it.
    }
  }

  /**
   * Writes a copy of everything committed so far to a file that exists and is empty. Nobody may
   * write meanwhile: H2 flushes first, and what it then has on its way to the disk a checkpoint
   * would take for written.
   */
  void copyTo(Path copy) {
    try (PreparedStatement backup = admin.prepareStatement("BACKUP TO ?")) {
      backup.setString(1, copy.toString());
      backup.execute();
    } catch (SQLException e) {
      throw Refusal.failed("copy", file, e);
    }
  }

  /**
   * Closes; everything committed is on the disk then. What H2 compacts at a close by itself, for a
   * fifth of a second, leaves a small file without the mark of a clean close if assertions are on,
   * as in most tests: a small file is compacted whole.
   */
  void close() {
    end(file.size() < SMALL ? "SHUTDOWN COMPACT" : "SHUTDOWN");
    try {
      Seal.put(file);
    } catch (IOException e) {
      throw Refusal.failed("seal", file, e);
    }
  }

  /** Closes and leaves a file that holds current rows and nothing else. */
  void compactAndClose() {
    end("SHUTDOWN COMPACT");
  }

  private void end(String statement) {
    try {
      checkpoint("CHECKPOINT SYNC");
      pool.close();
      run(admin, statement);
      file.makePrivate();
      file.syncDirectory();
    } catch (SQLException | IOException e) {
      throw Refusal.failed("close", file, e);
    }
  }
}
