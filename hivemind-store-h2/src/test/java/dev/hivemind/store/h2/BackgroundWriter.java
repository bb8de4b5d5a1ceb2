package dev.hivemind.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Does what H2's background writer does, always at the worst moment: as soon as there is something
 * to write after a while without, rather than three times in that while.
 */
final class BackgroundWriter {
  static final long IDLE_NANOS = 150_000_000;

  private final Connection connection;
  private final Thread thread;
  private volatile boolean stopped;

  BackgroundWriter(Path directory) throws SQLException {
    DatabaseFile open = DatabaseFile.in(directory, CutFileSystem.NAME);
    connection = Database.source(open, Database.ADMIN, "").getConnection();
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    MVStore store = session.getDatabase().getStore().getMvStore();
    thread = new Thread(() -> run(store));
    thread.start();
  }

  private void run(MVStore store) {
    long version = store.getCurrentVersion();
    long since = System.nanoTime();
    while (!stopped) {
      if (store.getCurrentVersion() != version) {
        version = store.getCurrentVersion();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > IDLE_NANOS) {
        store.tryCommit();
      }
      Thread.onSpinWait();
    }
  }

  void stop() throws SQLException, InterruptedException {
    stopped = true;
    thread.join();
    connection.close();
  }
}
