package dev.hivemind.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.core.text.Json;
import dev.hivemind.spi.Checkpoint;

/**
 * How far the learner has come with a workspace's events, as a checkpoint. Beside the position up
 * to which everything has had its effect, it holds the one from which a new miner must be fed to
 * remember the same, and the memory of the fold of outcomes, which cannot be fed anew once events
 * have expired. One checkpoint for both: evidence and what came of lessons move on together.
 *
 * <p>It also says since which position nothing was erased: whoever remembers what came before that
 * remembers what was forgotten.
 */
public final class Progress {
  /** Whose checkpoint it is. */
  public static final String CONSUMER = "miner";

  private static final String RESUME = "resume";
  private static final String SINCE = "since";
  private static final String OUTCOMES = "outcomes";

  private Progress() {}

  /**
   * Returns the checkpoint of a workspace whose memory begins at the position.
   *
   * @param outcomes what the fold of outcomes remembers at the position
   */
  public static Checkpoint of(String workspace, long position, long resume, JsonNode outcomes) {
    return of(workspace, position, resume, position, outcomes);
  }

  /** Returns the checkpoint of a workspace in which nothing was erased since a position. */
  public static Checkpoint of(
      String workspace, long position, long resume, long since, JsonNode outcomes) {
    ObjectNode state = Json.object().put(RESUME, resume).put(SINCE, since);
    if (outcomes.isObject()) {
      state.set(OUTCOMES, outcomes);
    }
    return new Checkpoint(workspace, CONSUMER, position, Json.write(state));
  }

  /**
   * Returns what the fold of outcomes remembered; a missing node if it was never told, or erased.
   */
  public static JsonNode outcomes(Checkpoint checkpoint) {
    return Json.parse(checkpoint.state()).path(OUTCOMES);
  }

  /** Returns since which position nothing was erased. */
  public static long since(Checkpoint checkpoint) {
    if (checkpoint.state().isEmpty()) {
      return checkpoint.position();
    }
    return Json.parse(checkpoint.state()).path(SINCE).asLong(0);
  }

  /** Returns from where a new miner must be fed; never above the position. */
  public static long resume(Checkpoint checkpoint) {
    JsonNode state = Json.parse(checkpoint.state());
    long position = checkpoint.position();
    return Math.min(state.path(RESUME).asLong(position), position);
  }
}
