package dev.hivemind.store.jdbc;

import java.sql.SQLException;

/** Statements on the table of leases, by the clock of the database. */
final class LeaseSql {
  private static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

  static final String TAKE =
      "UPDATE hivemind_lease SET holder = ?, ends_at = "
          + NOW
          + " + ? WHERE workspace = ? AND consumer = ? AND (holder = ? OR ends_at <= "
          + NOW
          + ")";
  static final String FIRST =
      "INSERT INTO hivemind_lease (workspace, consumer, holder, ends_at)"
          + " SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), "
          + NOW
          + " + CAST(? AS BIGINT) WHERE NOT EXISTS"
          + " (SELECT 1 FROM hivemind_lease WHERE workspace = ? AND consumer = ?)";
  static final String END =
      "UPDATE hivemind_lease SET ends_at = 0 WHERE workspace = ? AND consumer = ? AND holder = ?";

  private LeaseSql() {}

  /** Returns whether the holder has it now. */
  static boolean take(Sql sql, String workspace, String consumer, String holder, long millis)
      throws SQLException {
    return sql.update(TAKE, holder, millis, workspace, consumer, holder) > 0
        || sql.update(FIRST, workspace, consumer, holder, millis, workspace, consumer) > 0;
  }

  static int end(Sql sql, String workspace, String consumer, String holder) throws SQLException {
    return sql.update(END, workspace, consumer, holder);
  }
}
