package dev.hivemind.store.jdbc;

import dev.hivemind.spi.Checkpoint;
import java.sql.SQLException;
import java.util.Optional;

/** Statements on the table of checkpoints. */
final class CheckpointSql {
  static final String STORED =
      "SELECT position, state FROM hivemind_checkpoint WHERE workspace = ? AND consumer = ?";
  static final String INSERT =
      "INSERT INTO hivemind_checkpoint (position, state, workspace, consumer)"
          + " VALUES (?, ?, ?, ?)";
  static final String UPDATE =
      "UPDATE hivemind_checkpoint SET position = ?, state = ?"
          + " WHERE workspace = ? AND consumer = ?";
  static final String CLEAR = "UPDATE hivemind_checkpoint SET state = '' WHERE workspace = ?";
  static final String PASSED =
      "SELECT COALESCE(MIN(position), 0) FROM hivemind_checkpoint WHERE workspace = ?";

  private CheckpointSql() {}

  static Optional<Checkpoint> stored(Sql sql, String workspace, String consumer)
      throws SQLException {
    return sql
        .query(
            STORED,
            row -> new Checkpoint(workspace, consumer, row.getLong(1), row.getString(2)),
            workspace,
            consumer)
        .stream()
        .findFirst();
  }

  /** Compares and sets; the caller holds the workspace's lock. */
  static boolean replace(Sql sql, Checkpoint from, Checkpoint to) throws SQLException {
    Optional<Checkpoint> stored = stored(sql, from.workspace(), from.consumer());
    Checkpoint now = stored.orElse(Checkpoint.start(from.workspace(), from.consumer()));
    if (!now.equals(from)) {
      return false;
    }
    sql.update(
        stored.isPresent() ? UPDATE : INSERT,
        to.position(),
        to.state(),
        to.workspace(),
        to.consumer());
    return true;
  }

  static int clear(Sql sql, String workspace) throws SQLException {
    return sql.update(CLEAR, workspace);
  }

  /** Returns the position that every checkpoint has reached, 0 if there is none. */
  static long passedByAll(Sql sql, String workspace) throws SQLException {
    return sql.query(PASSED, row -> row.getLong(1), workspace).get(0);
  }
}
