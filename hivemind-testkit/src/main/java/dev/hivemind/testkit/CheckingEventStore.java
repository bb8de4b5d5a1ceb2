package dev.hivemind.testkit;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Checks its caller and hands every call on. Throws {@link AssertionError} for an empty group, a
 * row that already has a position, an empty key, a limit below 1, a negative position, an advance
 * across keys or backwards, and any use after close but another close. Thread-safe as the store
 * below is.
 */
public final class CheckingEventStore implements EventStore {
  private final EventStore store;
  private final Caller caller = new Caller("event store");

  /** Wraps a store, which is closed with this one. */
  public CheckingEventStore(EventStore store) {
    this.store = Objects.requireNonNull(store, "store");
  }

  @Override
  public void append(List<EventRow> group) {
    caller.must(!group.isEmpty(), "appends an empty group");
    for (EventRow row : group) {
      caller.must(row.position() == 0, "gives a position itself: " + row.position());
      caller.must(!row.workspace().isEmpty(), "appends to a workspace without a name");
      caller.must(!row.id().isEmpty(), "appends a row without an id");
    }
    store.append(group);
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    caller.must(limit > 0, "reads with the limit " + limit);
    caller.must(after >= 0, "reads after the position " + after);
    return store.read(workspace, after, limit);
  }

  @Override
  public Set<String> workspaces() {
    caller.isOpen();
    return store.workspaces();
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    caller.must(!consumer.isEmpty(), "asks for a consumer without a name");
    return store.checkpoint(workspace, consumer);
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    caller.must(from.workspace().equals(to.workspace()), "advances across workspaces");
    caller.must(from.consumer().equals(to.consumer()), "advances across consumers");
    caller.must(
        from.position() <= to.position(),
        "goes back from " + from.position() + " to " + to.position());
    return store.advance(from, to);
  }

  @Override
  public boolean lease(String workspace, String consumer, String holder, Duration time) {
    caller.must(!holder.isEmpty(), "asks for a lease without a name");
    return store.lease(workspace, consumer, holder, time);
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    caller.isOpen();
    store.erase(workspace, ids);
  }

  @Override
  public int retain(String workspace, Instant since) {
    caller.isOpen();
    return store.retain(workspace, since);
  }

  /** Returns what the caller did wrong so far, kept in case the error was swallowed. */
  public List<String> complaints() {
    return caller.complaints();
  }

  @Override
  public void close() {
    caller.closes();
    store.close();
  }
}
