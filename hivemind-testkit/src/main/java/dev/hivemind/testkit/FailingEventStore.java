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

/** A store some of whose calls fail, all but close. Thread-safe as the store below is. */
public final class FailingEventStore implements EventStore {
  private final EventStore store;
  private final Failures failures;

  /** Wraps a store, which is closed with this one. */
  public FailingEventStore(EventStore store, Failures failures) {
    this.store = Objects.requireNonNull(store, "store");
    this.failures = Objects.requireNonNull(failures, "failures");
  }

  @Override
  public void append(List<EventRow> group) {
    failures.around(() -> store.append(group));
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    return failures.around(() -> store.read(workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    return failures.around(store::workspaces);
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    return failures.around(() -> store.checkpoint(workspace, consumer));
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    return failures.around(() -> store.advance(from, to));
  }

  @Override
  public boolean lease(String workspace, String consumer, String holder, Duration time) {
    return failures.around(() -> store.lease(workspace, consumer, holder, time));
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    failures.around(() -> store.erase(workspace, ids));
  }

  @Override
  public int retain(String workspace, Instant since) {
    return failures.around(() -> store.retain(workspace, since));
  }

  @Override
  public void close() {
    store.close();
  }
}
