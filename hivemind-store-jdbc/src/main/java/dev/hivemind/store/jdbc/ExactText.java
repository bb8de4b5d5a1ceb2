package dev.hivemind.store.jdbc;

import dev.hivemind.HivemindException;
import java.util.Arrays;
import java.util.List;

/** Finds out whether a database tells keys apart that only look alike. */
final class ExactText {
  private static final List<String> ALIKE = List.of("\u00e4", "\u00c4", "\u00e4 ", "a\u0308", "a");
  private static final String PUT =
      "INSERT INTO hivemind_counter (workspace, log, last_number) VALUES (?, 'probe', 0)";
  private static final String FIND =
      "SELECT COUNT(*) FROM hivemind_counter WHERE log = 'probe' AND workspace IN (?, ?, ?, ?)";
  private static final String REMOVE = "DELETE FROM hivemind_counter WHERE log = 'probe'";

  private ExactText() {}

  /**
   * Checks.
   *
   * @throws HivemindException if two workspaces or ids would be taken for one
   */
  static void check(Transactions transactions) {
    String one = ALIKE.get(0);
    Object[] others = ALIKE.subList(1, ALIKE.size()).toArray();
    long confused =
        transactions.run(
            "compare text",
            sql -> {
              sql.update(REMOVE);
              sql.update(PUT, one);
              long found = sql.query(FIND, row -> row.getLong(1), others).get(0);
              sql.update(REMOVE);
              return found;
            });
    if (confused > 0) {
      throw new HivemindException(
          "the database takes "
              + Arrays.toString(others)
              + " for "
              + one
              + ": workspaces would run into each other; use a database whose text is compared by"
              + " case and without a collation");
    }
  }
}
