package dev.hivemind.store.h2;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.RowCount;
import dev.hivemind.store.jdbc.Dialect;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A look at a file, by reading alone, before H2 may write to it. Needed because H2 goes back to an
 * earlier state without a word where the end of a file is missing, and touches even a database it
 * then refuses to open.
 */
final class Inspection {
  private static final int BLOCK = 4096;
  private static final RowCount NOTHING = new RowCount(0, 0);

  private final DatabaseFile file;

  private Inspection(DatabaseFile file) {
    this.file = file;
  }

  /**
   * Throws if the file is cut short, damaged, in use, foreign, or of a newer Hivemind. One whose
   * {@link Seal} is unbroken needs no further look; of any other every row is read. One that was
   * not closed can be told to be cut short only as far as H2 notices it.
   */
  static void of(DatabaseFile file) {
    Inspection inspection = new Inspection(file);
    try {
      boolean whole = inspection.store() == Seal.Verdict.WHOLE;
      inspection.database(whole ? connection -> NOTHING : Inspection::rows);
    } catch (IOException e) {
      throw Refusal.failed("open", file, e);
    }
  }

  /** Returns how much there is, after every row was read; throws as {@link #of} does. */
  static RowCount count(DatabaseFile file) {
    Inspection inspection = new Inspection(file);
    try {
      inspection.store();
      return inspection.database(Inspection::rows);
    } catch (IOException e) {
      throw Refusal.failed("read", file, e);
    }
  }

  private Seal.Verdict store() throws IOException {
    List<StoreHeader> header = StoreHeader.read(file.path());
    if (header.isEmpty()) {
      throw Refusal.noDatabase(file);
    }
    Seal.Verdict verdict = Seal.of(file);
    if (verdict == Seal.Verdict.CHANGED) {
      throw Refusal.changed(file);
    }
    try (MVStore store = new MVStore.Builder().fileName(file.storeName()).readOnly().open()) {
      boolean older = store.getCurrentVersion() < header.get(0).version();
      boolean empty = store.getCurrentVersion() == 0;
      boolean incomplete = end(store) > Files.size(file.path());
      if ((header.get(0).clean() && older) || empty || incomplete) {
        throw Refusal.cutShort(file);
      }
    } catch (MVStoreException e) {
      throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
          ? Refusal.inUse(file)
          : Refusal.unreadable(file, e);
    }
    return verdict;
  }

  /** Returns where the last of the chunks ends that the newest state is made of, in bytes. */
  private static long end(MVStore store) {
    return store.getLayoutMap().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("chunk."))
            .map(Map.Entry::getValue)
            .map(DataUtils::parseMap)
            .mapToLong(chunk -> hex(chunk, "block") + hex(chunk, "len"))
            .max()
            .orElse(0)
        * BLOCK;
  }

  private static long hex(Map<String, String> chunk, String key) {
    return Long.parseLong(chunk.getOrDefault(key, "0"), 16);
  }

  private interface Look {
    RowCount at(Connection connection) throws SQLException;
  }

  private RowCount database(Look look) {
    JdbcDataSource readOnly = Database.source(file, Database.ADMIN, ";ACCESS_MODE_DATA=r");
    try (Connection connection = readOnly.getConnection()) {
      try {
        JdbcStorage.check(readOnly, Dialect.H2);
        return look.at(connection);
      } finally {
        connection.createStatement().execute("SHUTDOWN IMMEDIATELY");
      }
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.WRONG_USER_OR_PASSWORD) {
        throw Refusal.foreign(file);
      }
      throw Refusal.unreadable(file, e);
    } catch (HivemindException e) {
      throw e.getCause() instanceof SQLException
          ? Refusal.unreadable(file, e)
          : Refusal.newer(file, e);
    }
  }

  /** Reads every row, and of each its longest column to the end. */
  private static RowCount rows(Connection connection) throws SQLException {
    rows(connection, "hivemind_checkpoint WHERE CHAR_LENGTH(state) >= 0");
    rows(connection, "hivemind_counter WHERE last_number >= 0");
    return new RowCount(
        rows(connection, "hivemind_event WHERE CHAR_LENGTH(document) >= 0"),
        rows(connection, "hivemind_skill WHERE CHAR_LENGTH(document) > 0"));
  }

  private static long rows(Connection connection, String some) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + some)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
