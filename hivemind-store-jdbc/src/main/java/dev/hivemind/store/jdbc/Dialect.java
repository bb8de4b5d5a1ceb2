package dev.hivemind.store.jdbc;

import dev.hivemind.HivemindException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What differs from database to database; all else is standard SQL. Immutable.
 *
 * <p>A database fits if it has row locks ({@code SELECT ... FOR UPDATE}), {@code READ COMMITTED},
 * and text that is compared exactly.
 */
public enum Dialect {
  /** H2 2.3 or later, in its regular mode. */
  H2("VARCHAR(" + Limits.KEY + ")", "VARCHAR(" + Limits.DOCUMENT + ")", "", "", ""),

  /** PostgreSQL 14 or later. */
  POSTGRESQL(
      // Compared byte by byte, whatever the collation of the database.
      "VARCHAR(" + Limits.KEY + ") COLLATE \"C\"",
      "TEXT",
      "SELECT pg_advisory_xact_lock(7235481)",
      // A process that is stopped in the middle of a transaction must not keep the others waiting.
      ", set_config('idle_in_transaction_session_timeout', '10s', true)",
      "SELECT pg_notify('" + Dialect.CHANNEL + "', '')");

  /** Where PostgreSQL says that skills were saved. */
  static final String CHANNEL = "hivemind_skill";

  private static final int PATIENCE_MILLIS = 30_000;

  private final String key;
  private final String document;
  private final String beforeMigration;
  private final String withLock;
  private final String announcement;

  Dialect(
      String key, String document, String beforeMigration, String withLock, String announcement) {
    this.key = key;
    this.document = document;
    this.beforeMigration = beforeMigration;
    this.withLock = withLock;
    this.announcement = announcement;
  }

  /**
   * Returns the dialect of the database behind a source.
   *
   * @throws HivemindException if it cannot be reached, or is none of these
   */
  static Dialect of(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      for (Dialect one : values()) {
        if (one.name().equalsIgnoreCase(product)) {
          return one;
        }
      }
      throw new HivemindException(
          "the database calls itself "
              + product
              + ", which is not known: name the dialect it speaks when you open it");
    } catch (SQLException e) {
      throw SqlFailure.of("reach the database", e);
    }
  }

  /** Returns the type of a column that holds {@value Limits#KEY} characters, compared exactly. */
  String key() {
    return key;
  }

  /** Returns the type of a column that holds {@value Limits#DOCUMENT} characters beside its row. */
  String document() {
    return document;
  }

  /** Returns what a transaction begins with that changes tables, so that others wait for it. */
  Optional<String> beforeMigration() {
    return Optional.of(beforeMigration).filter(sql -> !sql.isEmpty());
  }

  /** Returns what is selected beside a number that is locked. */
  String withLock() {
    return withLock;
  }

  /** Returns what wakes those who watch for skills once the transaction is committed. */
  Optional<String> announcement() {
    return Optional.of(announcement).filter(sql -> !sql.isEmpty());
  }

  /** Returns how long an answer may take, 0 for as long as it likes. */
  int patienceMillis() {
    return this == H2 ? 0 : PATIENCE_MILLIS;
  }
}
