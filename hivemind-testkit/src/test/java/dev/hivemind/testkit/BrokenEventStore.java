package dev.hivemind.testkit;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Hands every call on; a subclass breaks one promise. */
abstract class BrokenEventStore implements EventStore {
  EventStore sound = new InMemoryEventStore();

  @Override
  public void append(List<EventRow> group) {
    sound.append(group);
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    return sound.read(workspace, after, limit);
  }

  @Override
  public Set<String> workspaces() {
    return sound.workspaces();
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    return sound.checkpoint(workspace, consumer);
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    return sound.advance(from, to);
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    sound.erase(workspace, ids);
  }

  @Override
  public int retain(String workspace, Instant since) {
    return sound.retain(workspace, since);
  }

  @Override
  public void close() {}

  final void put(Checkpoint to) {
    while (!sound.advance(sound.checkpoint(to.workspace(), to.consumer()), to)) {
      Thread.onSpinWait();
    }
  }
}
