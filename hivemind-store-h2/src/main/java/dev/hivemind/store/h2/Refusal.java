package dev.hivemind.store.h2;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.HivemindException;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/** Why a database cannot be opened or used, and the way out. Never content. */
final class Refusal {
  private static final String LEFT_ALONE =
      ": restore it from a backup, or move it away to begin anew; it was left as it was";

  private static final Set<Integer> PROCESS_ERRORS =
      Set.of(
          ErrorCode.OUT_OF_MEMORY,
          ErrorCode.DATABASE_ALREADY_OPEN_1,
          ErrorCode.LOCK_TIMEOUT_1,
          ErrorCode.UNSUPPORTED_SETTING_COMBINATION);

  private Refusal() {}

  static HivemindException inUse(DatabaseFile file) {
    return new HivemindException(
        "the database "
            + file
            + " is in use by another process or by another open in this one: close that, or choose"
            + " another home");
  }

  static HivemindException noDatabase(DatabaseFile file) {
    return new DamagedStoreException("the file " + file + " is no H2 database" + LEFT_ALONE);
  }

  static HivemindException cutShort(DatabaseFile file) {
    return new DamagedStoreException(
        "the database " + file + " is shorter than when it was closed" + LEFT_ALONE);
  }

  static HivemindException changed(DatabaseFile file) {
    return new DamagedStoreException(
        "the database " + file + " is not as it was when it was closed" + LEFT_ALONE);
  }

  /** What H2 reports while it reads: damage, unless it came from below or is about this process. */
  static HivemindException unreadable(DatabaseFile file, Exception cause) {
    return isDamage(cause)
        ? new DamagedStoreException(
            "the database " + file + " is damaged (" + brief(cause) + ")" + LEFT_ALONE, cause)
        : failed("read", file, cause);
  }

  private static boolean isDamage(Exception thrown) {
    boolean damage = true;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      boolean disk = cause instanceof IOException && !(cause instanceof EOFException);
      boolean process =
          cause instanceof SQLException sql && PROCESS_ERRORS.contains(sql.getErrorCode());
      damage &= !disk && !process && !(cause instanceof OutOfMemoryError);
    }
    return damage;
  }

  static HivemindException foreign(DatabaseFile file) {
    return new HivemindException(
        "the database "
            + file
            + " was not made by Hivemind: choose another home; it was left as it was");
  }

  static HivemindException newer(DatabaseFile file, HivemindException cause) {
    return new HivemindException(
        "the database " + file + " was left as it was: " + cause.getMessage(), cause);
  }

  static HivemindException failed(String what, DatabaseFile file, Exception cause) {
    if (cause instanceof SQLException sql
        && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return inUse(file);
    }
    return new HivemindException(
        "could not "
            + what
            + " the database "
            + file
            + " ("
            + brief(cause)
            + "): look at the disk and at the rights of its directory, then open it again",
        cause);
  }

  /** H2's messages on opening and checkpoints name files and positions, and end in a statement. */
  private static String brief(Exception cause) {
    String message = String.valueOf(cause.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
