package dev.hivemind.store.jdbc;

import dev.hivemind.spi.EventRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Statements on the table of events. */
final class EventSql {
  private static final int KNOWN_AT_ONCE = 50;

  static final String APPEND =
      "INSERT INTO hivemind_event (workspace, position, id, kind, happened_at, document)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  /** Pairs of both columns: for a list of ids alone H2 goes through the whole workspace. */
  static final String KNOWN =
      "SELECT id FROM hivemind_event WHERE (workspace, id) IN ("
          + "(?, ?), ".repeat(KNOWN_AT_ONCE - 1)
          + "(?, ?))";

  static final String READ =
      "SELECT workspace, position, id, kind, happened_at, document FROM hivemind_event"
          + " WHERE workspace = ? AND position > ?"
          + " ORDER BY workspace, position FETCH FIRST ? ROWS ONLY";

  /** A subquery a counter, which no planner turns into a walk through all events. */
  static final String WORKSPACES =
      "SELECT c.workspace FROM hivemind_counter c WHERE c.log = 'event' AND COALESCE("
          + "(SELECT e.position FROM hivemind_event e WHERE e.workspace = c.workspace"
          + " ORDER BY e.workspace, e.position FETCH FIRST 1 ROW ONLY),"
          + " (SELECT MIN(p.position) FROM hivemind_checkpoint p"
          + " WHERE p.workspace = c.workspace)) IS NOT NULL";

  static final String ERASE = "DELETE FROM hivemind_event WHERE workspace = ? AND id = ?";

  /** A few at a time, so that nobody waits long for the rows. */
  static final String RETAIN =
      "DELETE FROM hivemind_event WHERE workspace = ? AND position IN"
          + " (SELECT position FROM hivemind_event"
          + " WHERE workspace = ? AND happened_at < ? AND position <= ?"
          + " ORDER BY workspace, happened_at FETCH FIRST 5000 ROWS ONLY)";

  private EventSql() {}

  /** Appends rows of one workspace, the first above the given position. */
  static void append(Sql sql, Collection<EventRow> rows, long last) throws SQLException {
    List<Object[]> values = new ArrayList<>();
    for (EventRow row : rows) {
      long position = last + 1 + values.size();
      values.add(
          new Object[] {
            row.workspace(), position, row.id(), row.kind(), row.at().toEpochMilli(), row.document()
          });
    }
    sql.batch(APPEND, values);
  }

  /** Returns those of the ids that the workspace holds. */
  static Set<String> known(Sql sql, String workspace, List<String> ids) throws SQLException {
    Set<String> known = new HashSet<>();
    for (int from = 0; from < ids.size(); from += KNOWN_AT_ONCE) {
      Object[] pairs = new Object[2 * KNOWN_AT_ONCE];
      for (int i = 0; i < KNOWN_AT_ONCE; i++) {
        pairs[2 * i] = workspace;
        pairs[2 * i + 1] = ids.get(Math.min(from + i, ids.size() - 1));
      }
      known.addAll(sql.query(KNOWN, row -> row.getString(1), pairs));
    }
    return known;
  }

  static List<EventRow> read(Sql sql, String workspace, long after, int limit) throws SQLException {
    return sql.query(READ, EventSql::row, workspace, after, limit);
  }

  private static EventRow row(ResultSet row) throws SQLException {
    return new EventRow(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        row.getString(6));
  }

  static List<String> workspaces(Sql sql) throws SQLException {
    return sql.query(WORKSPACES, row -> row.getString(1));
  }

  static void erase(Sql sql, String workspace, Collection<String> ids) throws SQLException {
    sql.batch(ERASE, ids.stream().map(id -> new Object[] {workspace, id}).toList());
  }

  /** Removes some; returns how many, 0 when there are none left. */
  static int retain(Sql sql, String workspace, Instant since, long passed) throws SQLException {
    return sql.update(RETAIN, workspace, workspace, millis(since), passed);
  }

  /** Returns the first whole millisecond that is not before the time. */
  private static long millis(Instant time) {
    if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
      return Long.MIN_VALUE;
    }
    if (!time.isBefore(Instant.ofEpochMilli(Long.MAX_VALUE))) {
      return Long.MAX_VALUE;
    }
    long floor = time.toEpochMilli();
    return Instant.ofEpochMilli(floor).equals(time) ? floor : floor + 1;
  }
}
