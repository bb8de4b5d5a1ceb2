package dev.hivemind.store.jdbc;

import dev.hivemind.HivemindException;
import java.sql.SQLException;
import java.util.List;

/**
 * The tables, and how they came to be: a list of migrations that only grows. Each statement can run
 * again, and the number of a migration is written after its last one, so one that broke off is
 * finished by the next open.
 */
final class Schema {
  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS hivemind_schema (version INTEGER NOT NULL PRIMARY KEY)";
  private static final String NEWEST = "SELECT COALESCE(MAX(version), 0) FROM hivemind_schema";
  private static final String DONE = "INSERT INTO hivemind_schema (version) VALUES (?)";

  private static final int ATTEMPTS = 10;

  private final Transactions transactions;
  private final Dialect dialect;
  private final List<List<String>> migrations;

  Schema(Transactions transactions, Dialect dialect) {
    this.transactions = transactions;
    this.dialect = dialect;
    this.migrations = List.of(first(), second());
  }

  private List<String> first() {
    String document = dialect.document() + " NOT NULL";
    return List.of(
        table("counter", "workspace K, log K, last_number BIGINT NOT NULL", "workspace, log"),
        "INSERT INTO hivemind_counter (workspace, log, last_number) SELECT '', 'floor', 0"
            + " WHERE NOT EXISTS (SELECT 1 FROM hivemind_counter WHERE log = 'floor')",
        table(
            "event",
            "workspace K, position BIGINT NOT NULL, id K, kind K, happened_at BIGINT NOT NULL,"
                + " document "
                + document,
            "workspace, position"),
        "CREATE UNIQUE INDEX IF NOT EXISTS hivemind_event_id ON hivemind_event (workspace, id)",
        "CREATE INDEX IF NOT EXISTS hivemind_event_time"
            + " ON hivemind_event (workspace, happened_at)",
        table(
            "checkpoint",
            "workspace K, consumer K, position BIGINT NOT NULL, state " + document,
            "workspace, consumer"),
        table(
            "skill",
            "workspace K, version BIGINT NOT NULL, scope K, id K, revision INTEGER NOT NULL,"
                + " document "
                + document,
            "workspace, version"),
        "CREATE UNIQUE INDEX IF NOT EXISTS hivemind_skill_revision"
            + " ON hivemind_skill (workspace, id, revision DESC)");
  }

  private List<String> second() {
    return List.of(
        table(
            "lease",
            "workspace K, consumer K, holder K, ends_at BIGINT NOT NULL",
            "workspace, consumer"));
  }

  private String table(String name, String columns, String key) {
    return "CREATE TABLE IF NOT EXISTS hivemind_"
        + name
        + " ("
        + columns.replace(" K,", " " + dialect.key() + " NOT NULL,")
        + ", PRIMARY KEY ("
        + key
        + "))";
  }

  /**
   * Brings the tables to this version's schema.
   *
   * @throws HivemindException if they are of a newer one; nothing is changed then
   */
  void migrate() {
    for (int next = check() + 1; next <= migrations.size(); next++) {
      applyOnce(next);
    }
  }

  /**
   * Returns the version of the tables, 0 if there are none.
   *
   * @throws HivemindException if it is a newer one
   */
  int check() {
    int found = version();
    if (found > migrations.size()) {
      throw new HivemindException(
          "the database has Hivemind's schema "
              + found
              + ", this version of Hivemind knows up to "
              + migrations.size()
              + ": use the newer Hivemind that wrote it, or another database");
    }
    return found;
  }

  /** Several openers may come at once: what one of them fails at, another has done or will do. */
  private void applyOnce(int number) {
    for (int attempt = 1; version() < number; attempt++) {
      try {
        apply(number);
      } catch (HivemindException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Returns the newest migration that was finished, 0 if there is none. */
  private int version() {
    try {
      return transactions.attempt(sql -> sql.query(NEWEST, row -> row.getInt(1)).get(0));
    } catch (SQLException e) {
      if (SqlFailure.isUnknownTable(e)) {
        return 0;
      }
      throw SqlFailure.of("read the version of the schema", e);
    }
  }

  private void apply(int number) {
    transactions.run(
        "create the tables",
        sql -> {
          if (dialect.beforeMigration().isPresent()) {
            sql.run(dialect.beforeMigration().get());
          }
          sql.update(VERSIONS);
          for (String statement : migrations.get(number - 1)) {
            sql.update(statement);
          }
          return number;
        });
    try {
      transactions.attempt(sql -> sql.update(DONE, number));
    } catch (SQLException e) {
      if (!SqlFailure.isDuplicate(e)) {
        throw SqlFailure.of("write the version of the schema", e);
      }
    }
  }
}
