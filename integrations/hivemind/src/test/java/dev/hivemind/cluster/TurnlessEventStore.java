package dev.hivemind.cluster;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Everybody has every lease. */
record TurnlessEventStore(EventStore store) implements EventStore {
  @Override
  public boolean lease(String workspace, String consumer, String holder, Duration time) {
    return true;
  }

  @Override
  public void append(List<EventRow> group) {
    store.append(group);
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    return store.read(workspace, after, limit);
  }

  @Override
  public Set<String> workspaces() {
    return store.workspaces();
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    return store.checkpoint(workspace, consumer);
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    return store.advance(from, to);
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    store.erase(workspace, ids);
  }

  @Override
  public int retain(String workspace, Instant since) {
    return store.retain(workspace, since);
  }

  @Override
  public void close() {
    store.close();
  }
}
