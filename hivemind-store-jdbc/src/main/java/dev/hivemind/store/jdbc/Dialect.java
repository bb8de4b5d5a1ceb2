package dev.hivemind.store.jdbc;

/**
 * What differs from database to database; all else is standard SQL. Immutable.
 *
 * <p>A database fits if it has row locks ({@code SELECT ... FOR UPDATE}), {@code READ COMMITTED},
 * and text that is compared exactly.
 */
public enum Dialect {
  /** H2 2.3 or later, in its regular mode. */
  H2("VARCHAR(" + Limits.DOCUMENT + ")");

  private final String document;

  Dialect(String document) {
    this.document = document;
  }

  /** Returns the type of a column that holds {@value Limits#DOCUMENT} characters beside its row. */
  String document() {
    return document;
  }
}
