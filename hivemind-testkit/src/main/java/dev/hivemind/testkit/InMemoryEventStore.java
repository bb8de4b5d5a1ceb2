package dev.hivemind.testkit;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An event store on the heap: nothing survives the process, everything else of the contract holds.
 * Calls after {@link #close} throw {@link IllegalStateException}. Thread-safe; every method runs
 * alone.
 */
public final class InMemoryEventStore implements EventStore {
  private final Guarded<EventTables> tables;
  private volatile boolean closed;

  /** Creates an empty store. */
  public InMemoryEventStore() {
    this(new Guarded<>(new EventTables()));
  }

  private InMemoryEventStore(Guarded<EventTables> tables) {
    this.tables = tables;
  }

  /** Closes this store and returns a new one with the same rows, as a restart does. */
  public InMemoryEventStore reopen() {
    close();
    return new InMemoryEventStore(tables);
  }

  @Override
  public void append(List<EventRow> group) {
    List<EventRow> rows = List.copyOf(group);
    run(
        all -> {
          all.append(rows);
          return true;
        });
  }

  @Override
  public List<EventRow> read(String workspace, long after, int limit) {
    return run(all -> all.read(workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    return run(EventTables::workspaces);
  }

  @Override
  public Checkpoint checkpoint(String workspace, String consumer) {
    return run(all -> all.checkpoint(workspace, consumer));
  }

  @Override
  public boolean advance(Checkpoint from, Checkpoint to) {
    if (!from.workspace().equals(to.workspace()) || !from.consumer().equals(to.consumer())) {
      throw new IllegalArgumentException(
          "checkpoints of two consumers: "
              + from.workspace()
              + " "
              + from.consumer()
              + " and "
              + to.workspace()
              + " "
              + to.consumer());
    }
    return run(all -> all.advance(from, to));
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    run(
        all -> {
          all.erase(workspace, ids);
          return true;
        });
  }

  @Override
  public int retain(String workspace, Instant since) {
    return run(all -> all.retain(workspace, since));
  }

  @Override
  public void close() {
    closed = true;
  }

  private <R> R run(Function<EventTables, R> use) {
    if (closed) {
      throw new IllegalStateException("the event store is closed");
    }
    return tables.with(use);
  }
}
