package dev.hivemind.store.h2;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The events of a home. Thread-safe. */
final class H2EventStore implements EventStore {
  private final Home home;
  private volatile boolean closed;

  H2EventStore(Home home) {
    this.home = home;
  }

  @Override
  public void append(List<EventRow> group) {
    List<EventRow> rows = List.copyOf(group);
    write(
        events -> {
          events.append(rows);
          return rows.size();
        });
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    return read(events -> events.read(workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    return read(EventStore::workspaces);
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    return read(events -> events.checkpoint(workspace, consumer));
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    return write(events -> events.advance(from, to));
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    open();
    List<String> copy = List.copyOf(ids);
    home.erase(storage -> storage.events().erase(workspace, copy));
  }

  @Override
  public int retain(String workspace, Instant since) {
    return write(events -> events.retain(workspace, since));
  }

  private <T> T read(Function<EventStore, T> use) {
    open();
    return home.read(storage -> use.apply(storage.events()));
  }

  private <T> T write(Function<EventStore, T> use) {
    open();
    return home.write(storage -> use.apply(storage.events()));
  }

  private void open() {
    if (closed) {
      throw new IllegalStateException("the event store is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
