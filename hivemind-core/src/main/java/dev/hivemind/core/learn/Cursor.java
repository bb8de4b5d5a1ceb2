package dev.hivemind.core.learn;

import dev.hivemind.Evidence;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.event.Ending;
import dev.hivemind.core.event.EventCodec;
import dev.hivemind.core.event.Progress;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.mine.Miner;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a workspace's events from where the last reader stopped, each with its effect exactly once.
 *
 * <p>The miner's memory of open sessions is not stored. The checkpoint holds, beside the position
 * up to which everything has had its effect, the position from which a new miner must be fed to
 * remember the same; what it finds again on the way is evidence with the same ids and is thrown
 * away. Not thread-safe.
 */
final class Cursor {
  private static final int PAGE = 500;

  private final EventStore store;
  private final Monitor monitor;
  private final Miner miner = new Miner();
  private Checkpoint checkpoint;

  Cursor(String workspace, EventStore store, Monitor monitor) {
    this.store = store;
    this.monitor = monitor;
    this.checkpoint = store.checkpoint(workspace, Progress.CONSUMER);
    remember();
  }

  private void remember() {
    long position = Progress.resume(checkpoint);
    while (position < checkpoint.position()) {
      List<EventRow> rows = store.read(checkpoint.workspace(), position, PAGE);
      for (EventRow row : rows) {
        if (row.position() <= checkpoint.position()) {
          decode(row).ifPresent(miner::observe);
        }
      }
      position = rows.isEmpty() ? checkpoint.position() : rows.get(rows.size() - 1).position();
    }
  }

  Miner miner() {
    return miner;
  }

  /**
   * One page of events, mined: evidence in the order it was found, the latest form of each; {@code
   * more} if there may be another.
   */
  record Page(List<Evidence> evidence, long position, boolean more) {}

  /** Reads and mines the next page; nothing has had its effect until {@link #advance}. */
  Page next() {
    List<EventRow> rows = store.read(checkpoint.workspace(), checkpoint.position(), PAGE);
    Map<String, Evidence> found = new LinkedHashMap<>();
    for (EventRow row : rows) {
      decode(row).ifPresent(event -> miner.observe(event).forEach(one -> found.put(one.id(), one)));
    }
    long position = rows.isEmpty() ? checkpoint.position() : rows.get(rows.size() - 1).position();
    return new Page(new ArrayList<>(found.values()), position, rows.size() == PAGE);
  }

  /**
   * Makes it durable that a page has had its effect; false if another process was faster, and this
   * cursor is of no use any more.
   */
  boolean advance(Page page) {
    if (page.position() == checkpoint.position()) {
      return true;
    }
    long resume = Math.min(miner.resumeAt(), page.position());
    Checkpoint next = Progress.of(checkpoint.workspace(), page.position(), resume);
    boolean advanced = store.advance(checkpoint, next);
    checkpoint = advanced ? next : checkpoint;
    return advanced;
  }

  private Optional<StoredEvent> decode(EventRow row) {
    try {
      return Optional.of(Ending.told(EventCodec.decode(row)));
    } catch (RuntimeException e) {
      monitor.count(Counter.UNREADABLE);
      return Optional.empty();
    }
  }
}
