package dev.hivemind.store.jdbc;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Turns what a driver throws into what a user can act on. Drivers put values into their messages,
 * and values are content: only state, code and place are handed on.
 */
final class SqlFailure {
  private static final String AWAY = "the database cannot be reached or was closed, open it again";

  private SqlFailure() {}

  /**
   * Returns what to throw: an {@link IllegalArgumentException} for a value that this database never
   * takes, whoever tries again, and a {@link HivemindException} for the rest.
   */
  static RuntimeException of(String what, SQLException thrown) {
    String state = String.valueOf(thrown.getSQLState());
    String message =
        "could not "
            + what
            + ": "
            + (thrown instanceof SQLTransientConnectionException ? AWAY : reason(state))
            + " (SQLSTATE "
            + state
            + ", code "
            + thrown.getErrorCode()
            + file(thrown)
            + ")";
    SQLException bare = withoutContent(thrown, state);
    return isRefused(state)
        ? new IllegalArgumentException(message, bare)
        : new HivemindException(message, bare);
  }

  /** A value out of the type's range, or a key too long for an index. */
  private static boolean isRefused(String state) {
    return state.startsWith("22") || state.equals("54000");
  }

  /** Returns whether the transaction was undone because of others, and may succeed now. */
  static boolean isWorthAnotherTry(SQLException thrown) {
    return String.valueOf(thrown.getSQLState()).startsWith("40");
  }

  /** Returns whether a key was there already. */
  static boolean isDuplicate(SQLException thrown) {
    return String.valueOf(thrown.getSQLState()).startsWith("23");
  }

  /** Returns whether a statement named a table that is not there. */
  static boolean isUnknownTable(SQLException thrown) {
    return String.valueOf(thrown.getSQLState()).startsWith("42");
  }

  private static String reason(String state) {
    if (state.matches("08.*|90067|90098|90121|90146")) {
      return AWAY;
    }
    if (state.matches("28.*|42.*|90040|90096")) {
      return "a right or a table is missing, look at the user of the data source";
    }
    if (state.matches("40.*|HYT.*|55P03|57.*|90131")) {
      return "somebody else held a lock for too long, try again";
    }
    if (state.matches("53.*|58.*|HY000|90028|90031")) {
      return "the database reports a problem of its own, look at its disk and its log";
    }
    if (isRefused(state)) {
      return "the database does not take such a value";
    }
    if (state.equals("25006")) {
      return "the database is read-only, look whether it is a standby";
    }
    return "the database refused it";
  }

  private static String file(SQLException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return ", " + cause;
      }
    }
    return "";
  }

  private static SQLException withoutContent(SQLException thrown, String state) {
    SQLException bare =
        new SQLException(
            thrown.getClass().getSimpleName() + " without its message, which may hold content",
            state,
            thrown.getErrorCode());
    bare.setStackTrace(thrown.getStackTrace());
    return bare;
  }
}
