package dev.hivemind.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keeps events in order, and how far their consumers have come. Rows are opaque.
 *
 * <p>An implementation must be thread-safe. Each method is atomic. A method that fails throws an
 * unchecked exception and has changed nothing. The reader's rule of {@link SkillStore} holds for
 * positions too: once a position was seen in a workspace, nothing below it may ever appear there.
 */
public interface EventStore extends AutoCloseable {
  /**
   * Appends a group: all rows or none, in the given order, durable on return. Each gets a position
   * of its workspace, strictly above every earlier one; positions are never reused, not after
   * erasing and not after a restart. A row whose id the workspace already holds is passed over, so
   * that a group can be sent again. Rows may be of several workspaces.
   */
  void append(List<EventRow> group);

  /**
   * Returns rows with a position above {@code after}, by ascending position, at most {@code limit}.
   */
  List<EventRow> read(String workspace, long after, int limit);

  /** Returns every workspace that holds an event or a checkpoint. */
  Set<String> workspaces();

  /** Returns how far a consumer has come; {@link Checkpoint#start} if it never advanced. */
  Checkpoint checkpoint(String workspace, String consumer);

  /**
   * Replaces {@code from} by {@code to} if {@code from} is what is stored, position and state;
   * durable on return. Of several callers with the same {@code from} exactly one must succeed.
   *
   * @return whether it was replaced
   * @throws IllegalArgumentException if the two are not of the same workspace and consumer
   */
  boolean advance(Checkpoint from, Checkpoint to);

  /**
   * Takes or keeps the lease on a consumer's work in a workspace. It only saves work that several
   * would do at once: what counts is decided by {@link #advance}. Time is the store's own, so that
   * the clocks of holders need not agree. A store that one process uses may always say yes; that is
   * the default.
   *
   * @param holder who asks, a name that nobody else has
   * @param time for how long from now; zero gives it back
   * @return whether the holder has it now; of others nobody has before the time is over
   */
  default boolean lease(String workspace, String consumer, String holder, Duration time) {
    return true;
  }

  /**
   * Removes events for good, and the state of every checkpoint of the workspace (positions stay).
   * Unknown ids are ignored. When it returns, no byte of the removed documents and states may
   * remain in the store's files.
   */
  void erase(String workspace, Collection<String> ids);

  /**
   * Removes the workspace's events that happened before a time, as long as every checkpoint of the
   * workspace has passed them; none while it has no checkpoint, since nobody has seen them yet. The
   * one method that need not be atomic: it may remove some and fail.
   *
   * @return how many were removed
   */
  int retain(String workspace, Instant since);

  /** Frees what the store holds. Idempotent. */
  @Override
  void close();
}
