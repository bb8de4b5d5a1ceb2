package dev.hivemind.store.jdbc;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Turns what a driver throws into what a user can act on. Drivers put values into their messages,
 * and values are content: only state, code and place are handed on.
 */
final class SqlFailure {
  private SqlFailure() {}

  static HivemindException of(String what, SQLException thrown) {
    String state = String.valueOf(thrown.getSQLState());
    return new HivemindException(
        "could not "
            + what
            + ": "
            + reason(state)
            + " (SQLSTATE "
            + state
            + ", code "
            + thrown.getErrorCode()
            + file(thrown)
            + ")",
        withoutContent(thrown, state));
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
      return "the database cannot be reached or was closed, open it again";
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
