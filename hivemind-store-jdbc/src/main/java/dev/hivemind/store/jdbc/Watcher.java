package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Watch;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Looks at the numbers of the skills about every second, and at once when the {@link Bell} rings,
 * and tells of the workspaces whose number has changed. A database that is away is asked again
 * until it is back. One daemon thread, gone after {@link #close}. Thread-safe.
 */
final class Watcher implements Watch {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());
  private static final int PAUSE_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 5_000;
  private static final String NUMBERS =
      "SELECT workspace, last_number FROM hivemind_counter WHERE log = '" + Log.SKILLS.key() + "'";

  private final DataSource source;
  private final Transactions transactions;
  private final Consumer<String> listener;
  private final Thread thread = new Thread(this::run, "hivemind-watch");
  private final Map<String, Long> told = new HashMap<>();
  private volatile boolean over;
  private volatile Optional<Bell> bell = Optional.empty();

  private Watcher(DataSource source, Transactions transactions, Consumer<String> listener) {
    this.source = source;
    this.transactions = transactions;
    this.listener = listener;
  }

  static Watcher start(DataSource source, Transactions transactions, Consumer<String> listener) {
    Watcher watcher = new Watcher(source, transactions, listener);
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    return watcher;
  }

  private void run() {
    while (!over) {
      try (Bell opened = Bell.of(source, transactions.dialect())) {
        bell = Optional.of(opened);
        while (!over) {
          look();
          opened.await(PAUSE_MILLIS);
        }
      } catch (SQLException | RuntimeException e) {
        LOG.log(System.Logger.Level.DEBUG, "cannot watch: {0}", e.getClass().getName());
        pause();
      }
      bell = Optional.empty();
    }
  }

  private void pause() {
    if (!over) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
  }

  private void look() throws SQLException {
    Map<String, Long> numbers = new HashMap<>();
    transactions.attempt(
        sql -> sql.query(NUMBERS, row -> numbers.put(row.getString(1), row.getLong(2))));
    numbers.forEach(
        (workspace, number) -> {
          if (!over && !number.equals(told.get(workspace))) {
            tell(workspace, number);
          }
        });
  }

  private void tell(String workspace, long number) {
    try {
      listener.accept(workspace);
      told.put(workspace, number);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "a listener failed: {0}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    over = true;
    LockSupport.unpark(thread);
    bell.ifPresent(Watcher::silence);
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void silence(Bell bell) {
    try {
      bell.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "lost a connection: SQLSTATE {0}", e.getSQLState());
    }
  }
}
