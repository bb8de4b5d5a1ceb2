package dev.hivemind.spi;

import java.util.Objects;

/**
 * How far a consumer of events has come. Immutable.
 *
 * @param workspace which events
 * @param consumer who
 * @param position everything up to here has had its effect; 0 at the beginning
 * @param state opaque text of the consumer's, at most about 1 MB
 */
public record Checkpoint(String workspace, String consumer, long position, String state) {
  /** Validates. */
  public Checkpoint {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(consumer, "consumer");
    Objects.requireNonNull(state, "state");
  }

  /** Returns the checkpoint of a consumer that has seen nothing. */
  public static Checkpoint start(String workspace, String consumer) {
    return new Checkpoint(workspace, consumer, 0, "");
  }
}
