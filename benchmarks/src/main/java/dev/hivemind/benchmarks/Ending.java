package dev.hivemind.benchmarks;

import dev.hivemind.benchmarks.SkillSet.Query;
import java.util.Locale;

/** How a query ended for the user; every query ends in exactly one way. */
enum Ending {
  /** Something relevant was shown and nothing else. */
  INJECTED_OK,
  /** Something irrelevant was shown. */
  INJECTED_WRONG,
  /** Nothing was shown although something relevant is there. */
  MISSED,
  /** Nothing was shown, rightly. */
  SILENT_OK;

  static Ending of(Query query, Answer answer) {
    if (!query.relevant().containsAll(answer.shown())) {
      return INJECTED_WRONG;
    }
    if (!answer.shown().isEmpty()) {
      return INJECTED_OK;
    }
    return query.relevant().isEmpty() ? SILENT_OK : MISSED;
  }

  String metric() {
    return name().toLowerCase(Locale.ROOT);
  }
}
