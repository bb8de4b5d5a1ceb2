package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.hivemind.TrackRecord;
import dev.hivemind.core.text.Json;

/**
 * One skill's counts while they grow, and what they have led to. Not thread-safe.
 *
 * <p>The counts are kept in the order of the components of {@link TrackRecord}.
 */
final class Tally {
  long shown;
  long withheld;
  long followed;
  double helped;
  long correctedAgain;
  long ignored;
  long missed;
  long failedShown;
  long failedWithheld;

  /** Corrections although it was followed, since it was last brought back. */
  int strikes;

  /** The revision that suspended it, or 0. */
  int suspendedAt;

  /** Whether it was brought back: statistics have had their say. */
  boolean pardoned;

  TrackRecord record() {
    return new TrackRecord(
        shown,
        withheld,
        followed,
        helped,
        correctedAgain,
        ignored,
        missed,
        failedShown,
        failedWithheld);
  }

  ArrayNode encoded() {
    return Json.array()
        .add(shown)
        .add(withheld)
        .add(followed)
        .add(Math.round(helped * 10))
        .add(correctedAgain)
        .add(ignored)
        .add(missed)
        .add(failedShown)
        .add(failedWithheld)
        .add(strikes)
        .add(suspendedAt)
        .add(pardoned ? 1 : 0);
  }

  static Tally decoded(JsonNode node) {
    Tally tally = new Tally();
    tally.shown = node.path(0).asLong();
    tally.withheld = node.path(1).asLong();
    tally.followed = node.path(2).asLong();
    tally.helped = node.path(3).asLong() / 10.0;
    tally.correctedAgain = node.path(4).asLong();
    tally.ignored = node.path(5).asLong();
    tally.missed = node.path(6).asLong();
    tally.failedShown = node.path(7).asLong();
    tally.failedWithheld = node.path(8).asLong();
    tally.strikes = node.path(9).asInt();
    tally.suspendedAt = node.path(10).asInt();
    tally.pardoned = node.path(11).asInt() == 1;
    return tally;
  }
}
