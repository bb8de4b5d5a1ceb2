package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Statements on the table of skills. */
final class SkillSql {
  private static final String ROW = "SELECT version, workspace, scope, id, revision, document";
  private static final String OF_SKILL = " FROM hivemind_skill WHERE workspace = ? AND id = ?";
  private static final String NEWEST_FIRST = " ORDER BY workspace, id, revision DESC";

  static final String INSERT =
      "INSERT INTO hivemind_skill (version, workspace, scope, id, revision, document)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
  static final String NEWEST = ROW + OF_SKILL + NEWEST_FIRST + " FETCH FIRST 1 ROW ONLY";
  static final String REVISION =
      "SELECT revision" + OF_SKILL + NEWEST_FIRST + " FETCH FIRST 1 ROW ONLY";
  static final String HISTORY = ROW + OF_SKILL + " ORDER BY revision";
  static final String CHANGES =
      ROW
          + " FROM hivemind_skill WHERE workspace = ? AND version > ?"
          + " ORDER BY workspace, version FETCH FIRST ? ROWS ONLY";
  static final String WORKSPACES =
      "SELECT c.workspace FROM hivemind_counter c WHERE c.log = 'skill' AND"
          + " (SELECT s.version FROM hivemind_skill s WHERE s.workspace = c.workspace"
          + " ORDER BY s.workspace, s.version FETCH FIRST 1 ROW ONLY) IS NOT NULL";
  static final String ERASE = "DELETE" + OF_SKILL;

  private SkillSql() {}

  static void insert(Sql sql, long version, SkillRow row) throws SQLException {
    sql.update(
        INSERT, version, row.workspace(), row.scope(), row.id(), row.revision(), row.document());
  }

  /** Returns the newest revision's number, 0 if there is none. */
  static int revision(Sql sql, String workspace, String id) throws SQLException {
    return sql.query(REVISION, row -> row.getInt(1), workspace, id).stream().findFirst().orElse(0);
  }

  /** Returns the newest row, which may be an erased one. */
  static Optional<SkillRow> newest(Sql sql, String workspace, String id) throws SQLException {
    return sql.query(NEWEST, SkillSql::row, workspace, id).stream().findFirst();
  }

  static List<SkillRow> history(Sql sql, String workspace, String id) throws SQLException {
    return sql.query(HISTORY, SkillSql::row, workspace, id);
  }

  static List<Change> changes(Sql sql, String workspace, long after, int limit)
      throws SQLException {
    return sql.query(CHANGES, row -> new Change(row.getLong(1), row(row)), workspace, after, limit);
  }

  static List<String> workspaces(Sql sql) throws SQLException {
    return sql.query(WORKSPACES, row -> row.getString(1));
  }

  /** Replaces a skill's rows by an empty one; returns how many versions that took, 0 or 1. */
  static int erase(Sql sql, long version, String workspace, String id) throws SQLException {
    Optional<SkillRow> newest = newest(sql, workspace, id).filter(row -> !row.erased());
    if (newest.isEmpty()) {
      return 0;
    }
    SkillRow last = newest.get();
    sql.update(ERASE, workspace, id);
    insert(sql, version, new SkillRow(workspace, last.scope(), id, last.revision() + 1, ""));
    return 1;
  }

  private static SkillRow row(ResultSet row) throws SQLException {
    return new SkillRow(
        row.getString(2), row.getString(3), row.getString(4), row.getInt(5), row.getString(6));
  }
}
