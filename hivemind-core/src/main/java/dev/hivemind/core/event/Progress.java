package dev.hivemind.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.core.text.Json;
import dev.hivemind.spi.Checkpoint;

/**
 * How far the miner has come with a workspace's events, as a checkpoint. Beside the position up to
 * which everything has had its effect, it holds the one from which a new miner must be fed to
 * remember the same.
 */
public final class Progress {
  /** Whose checkpoint it is. */
  public static final String CONSUMER = "miner";

  private static final String RESUME = "resume";

  private Progress() {}

  /** Returns the checkpoint of a workspace. */
  public static Checkpoint of(String workspace, long position, long resume) {
    String state = Json.write(Json.object().put(RESUME, resume));
    return new Checkpoint(workspace, CONSUMER, position, state);
  }

  /** Returns from where a new miner must be fed; never above the position. */
  public static long resume(Checkpoint checkpoint) {
    JsonNode state = Json.parse(checkpoint.state());
    long position = checkpoint.position();
    return Math.min(state.path(RESUME).asLong(position), position);
  }
}
