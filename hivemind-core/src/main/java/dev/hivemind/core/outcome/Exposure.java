package dev.hivemind.core.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.core.text.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A turn that was shown a skill, or withheld it, and what the agent has done since. Not
 * thread-safe.
 */
final class Exposure {
  /** Calls among which it is looked for whether the skill was followed. */
  static final int CALLS = 8;

  private static final double APPROVED = 1;
  private static final double DONE_AGAIN = .3;

  final String skill;
  final boolean shown;
  final int turn;
  final int since;
  private final Tally tally;
  private final List<String> following = new ArrayList<>();
  private int calls;
  private boolean followedBefore;
  private boolean doneBefore;
  private String tool = "";
  private String heldCall = "";
  private boolean sentAgain;
  private double credit;
  private boolean failed;
  private boolean judged;

  /** Whether what the skill says was done. */
  enum Followed {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * Begins one.
   *
   * @param since how many events of the session came before
   * @param doneBefore whether an earlier turn of the session followed the skill without complaint
   */
  Exposure(String skill, boolean shown, int turn, int since, boolean doneBefore, Tally tally) {
    this.skill = skill;
    this.shown = shown;
    this.turn = turn;
    this.since = since;
    this.doneBefore = doneBefore;
    this.tally = tally;
  }

  /** Takes note of a call; {@code follows} if it does what the skill says. */
  void called(String call, String arguments, boolean follows) {
    if (calls++ >= CALLS) {
      return;
    }
    sentAgain |= !heldCall.isEmpty() && heldCall.equals(arguments);
    if (!follows || !shown || judged) {
      return;
    }
    if (following.isEmpty()) {
      tally.followed++;
    }
    following.add(call);
    if (doneBefore) {
      credit(DONE_AGAIN);
    }
  }

  /** Takes note that the skill was up before a call of this tool. */
  void before(String called) {
    tool = called.isEmpty() ? tool : called;
  }

  boolean wasBefore(String called, int now) {
    return turn == now && tool.equals(called);
  }

  /** Takes note that a call was held: it did not run, and these are its arguments. */
  void held(String arguments) {
    heldCall = arguments;
  }

  /** A person spoke: what was done until now is what the words are about. */
  void spoken() {
    followedBefore |= !following.isEmpty();
    doneBefore |= followedBefore;
  }

  void approved(String call) {
    if (!judged && following.contains(call)) {
      credit(APPROVED);
    }
  }

  private void credit(double worth) {
    tally.helped += Math.max(0, worth - credit);
    credit = Math.max(worth, credit);
  }

  /** The turn went wrong: counted once. */
  void failed() {
    if (!failed) {
      failed = true;
      tally.failedShown += shown ? 1 : 0;
      tally.failedWithheld += shown ? 0 : 1;
    }
  }

  /**
   * The same was corrected again: what had looked like help was none.
   *
   * @return whether this is news
   */
  boolean corrected() {
    failed();
    boolean first = !judged;
    judged = true;
    tally.helped = Math.max(0, tally.helped - credit);
    credit = 0;
    return first;
  }

  /** Returns whether a later turn that does it again does so without complaint. */
  boolean wentWell() {
    return !judged && (doneBefore || !following.isEmpty());
  }

  /**
   * Returns whether the skill had been followed when a person last spoke.
   *
   * @param checkable whether it can be told from a call
   */
  Followed followed(boolean checkable) {
    if (followedBefore) {
      return Followed.YES;
    }
    return checkable || sentAgain ? Followed.NO : Followed.UNKNOWN;
  }

  ObjectNode encoded() {
    ObjectNode node =
        Json.object()
            .put("s", skill)
            .put("w", shown ? 1 : 0)
            .put("t", turn)
            .put("e", since)
            .put("n", calls);
    following.forEach(node.putArray("f")::add);
    return node.put("o", tool)
        .put("h", heldCall)
        .put("c", credit)
        .put("b", bits(followedBefore, doneBefore, sentAgain, failed, judged));
  }

  private static int bits(boolean... flags) {
    int bits = 0;
    for (int i = 0; i < flags.length; i++) {
      bits |= flags[i] ? 1 << i : 0;
    }
    return bits;
  }

  static Exposure decoded(JsonNode node, Tally tally) {
    int bits = node.path("b").asInt();
    Exposure one =
        new Exposure(
            node.path("s").asText(),
            node.path("w").asInt() == 1,
            node.path("t").asInt(),
            node.path("e").asInt(),
            (bits & 2) != 0,
            tally);
    one.calls = node.path("n").asInt();
    node.path("f").forEach(call -> one.following.add(call.asText()));
    one.tool = node.path("o").asText();
    one.heldCall = node.path("h").asText();
    one.credit = node.path("c").asDouble();
    one.followedBefore = (bits & 1) != 0;
    one.sentAgain = (bits & 4) != 0;
    one.failed = (bits & 8) != 0;
    one.judged = (bits & 16) != 0;
    return one;
  }
}
