package dev.hivemind.store.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The numbers of each workspace and log, and the queue of their writers. A writer locks the row of
 * its counter first and keeps it until it has committed, so commits of one workspace come in the
 * order of their numbers: once a number was seen, none below it is still on its way. Rows are
 * locked in the order of their keys, so no two writers wait for each other.
 *
 * <p>A new counter starts at the floor, a row of its own that {@link #skip} raises with the others.
 * Thread-safe.
 */
final class Counters {
  private static final String OF_ONE = " FROM hivemind_counter WHERE workspace = ? AND log = ?";
  private static final String CREATE =
      "INSERT INTO hivemind_counter (workspace, log, last_number)"
          + " SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), last_number"
          + " FROM hivemind_counter WHERE workspace = '' AND log = 'floor'";
  private static final String SET =
      "UPDATE hivemind_counter SET last_number = ? WHERE workspace = ? AND log = ?";
  private static final String SKIP = "UPDATE hivemind_counter SET last_number = last_number + ?";

  /** What is done under the lock, with the last number of each workspace. */
  interface Work<T> {
    T run(Sql sql, Map<String, Long> last) throws SQLException;
  }

  private final Transactions transactions;
  private final Log log;
  private final String lock;

  Counters(Transactions transactions, Log log) {
    this.transactions = transactions;
    this.log = log;
    this.lock = "SELECT last_number" + transactions.dialect().withLock() + OF_ONE + " FOR UPDATE";
  }

  /** Runs the work alone in its workspaces, making the counters that are missing. */
  <T> T alone(String what, Collection<String> workspaces, Work<T> work) {
    TreeSet<String> sorted = new TreeSet<>(workspaces);
    Optional<T> result = attempt(what, sorted, work);
    if (result.isEmpty()) {
      sorted.forEach(workspace -> create(what, workspace));
      result = attempt(what, sorted, work);
    }
    return result.orElseThrow(() -> new IllegalStateException("a counter vanished"));
  }

  /** Runs the work alone in a workspace; empty if nothing was ever written there. */
  <T> Optional<T> aloneIfKnown(String what, String workspace, Work<T> work) {
    return attempt(what, List.of(workspace), work);
  }

  void set(Sql sql, String workspace, long number) throws SQLException {
    sql.update(SET, number, workspace, log.key());
  }

  static void skip(Transactions transactions, long numbers) {
    transactions.run("skip numbers", sql -> sql.update(SKIP, numbers));
  }

  private <T> Optional<T> attempt(String what, Collection<String> sorted, Work<T> work) {
    return transactions.run(
        what,
        sql -> {
          Map<String, Long> last = new HashMap<>();
          for (String workspace : sorted) {
            List<Long> number = sql.query(lock, row -> row.getLong(1), workspace, log.key());
            if (number.isEmpty()) {
              return Optional.empty();
            }
            last.put(workspace, number.get(0));
          }
          return Optional.of(work.run(sql, last));
        });
  }

  /** In a transaction of its own: on some databases a duplicate key spoils the whole one. */
  private void create(String what, String workspace) {
    try {
      transactions.attempt(sql -> sql.update(CREATE, workspace, log.key()));
    } catch (SQLException e) {
      if (!SqlFailure.isDuplicate(e)) {
        throw SqlFailure.of(what, e);
      }
    }
  }
}
