package dev.hivemind.core.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.Evidence;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.event.Ending;
import dev.hivemind.core.event.EventCodec;
import dev.hivemind.core.event.Progress;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.mine.Miner;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.outcome.Outcomes;
import dev.hivemind.core.outcome.Step;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a workspace's events from where the last reader stopped, each with its effect exactly once.
 *
 * <p>The miner's memory of open sessions is not stored. The checkpoint holds, beside the position
 * up to which everything has had its effect, the position from which a new miner must be fed to
 * remember the same; what it finds again on the way is evidence with the same ids and is thrown
 * away. The fold of outcomes cannot be fed again, because what it counted may have expired: the
 * checkpoint holds all of it. Not thread-safe.
 */
final class Cursor {
  private static final int PAGE = 500;

  private final EventStore store;
  private final Monitor monitor;
  private final Miner miner = new Miner();
  private Outcomes outcomes;
  private Checkpoint checkpoint;

  Cursor(String workspace, EventStore store, LibrarySnapshot library, Monitor monitor) {
    this.store = store;
    this.monitor = monitor;
    this.checkpoint = store.checkpoint(workspace, Progress.CONSUMER);
    JsonNode state = Progress.outcomes(checkpoint);
    this.outcomes = Outcomes.of(state);
    if (state.isObject()) {
      remember(Progress.resume(checkpoint), steps -> {});
    } else {
      // Its memory is lost: what is left of the events is counted again.
      remember(0, steps -> outcomes.take(steps, library, List.of()));
    }
  }

  private void remember(long resume, Consumer<List<Step>> taking) {
    feed(resume, checkpoint.position(), taking);
  }

  /** Shows the miner what has had its effect already. */
  private void feed(long after, long last, Consumer<List<Step>> taking) {
    long position = after;
    while (position < last) {
      List<EventRow> rows = store.read(checkpoint.workspace(), position, PAGE);
      List<Step> steps = new ArrayList<>();
      for (EventRow row : rows) {
        if (row.position() <= last) {
          step(row).ifPresent(steps::add);
        }
      }
      taking.accept(steps);
      position = rows.isEmpty() ? last : rows.get(rows.size() - 1).position();
    }
  }

  private Optional<Step> step(EventRow row) {
    return decode(row).map(event -> new Step(event, observe(event)));
  }

  // A fault of a detector must not stop a workspace at one event for ever.
  private List<Evidence> observe(StoredEvent event) {
    try {
      return miner.observe(event);
    } catch (RuntimeException | StackOverflowError e) {
      monitor.failed("miner", e);
      return List.of();
    }
  }

  /**
   * Comes up to where other processes have been meanwhile; false if something was erased, and this
   * cursor remembers what nobody may remember any more.
   */
  boolean catchUp() {
    Checkpoint now = store.checkpoint(checkpoint.workspace(), Progress.CONSUMER);
    if (now.equals(checkpoint)) {
      return true;
    }
    JsonNode state = Progress.outcomes(now);
    if (Progress.since(now) != Progress.since(checkpoint)
        || now.position() < checkpoint.position()
        || !state.isObject()) {
      return false;
    }
    feed(checkpoint.position(), now.position(), steps -> {});
    outcomes = Outcomes.of(state);
    checkpoint = now;
    return true;
  }

  Miner miner() {
    return miner;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /** One page of events, mined; {@code more} if there may be another. */
  record Page(List<Step> steps, long position, boolean more) {
    /** Returns its evidence in the order it was found, the latest form of each. */
    List<Evidence> evidence() {
      Map<String, Evidence> found = new LinkedHashMap<>();
      for (Step step : steps) {
        step.told().forEach(one -> found.put(one.id(), one));
      }
      return List.copyOf(found.values());
    }
  }

  /** Reads and mines the next page; nothing has had its effect until {@link #advance}. */
  Page next() {
    List<EventRow> rows = store.read(checkpoint.workspace(), checkpoint.position(), PAGE);
    List<Step> steps = new ArrayList<>();
    rows.forEach(row -> step(row).ifPresent(steps::add));
    long position = rows.isEmpty() ? checkpoint.position() : rows.get(rows.size() - 1).position();
    return new Page(steps, position, rows.size() == PAGE);
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
    Checkpoint next =
        Progress.of(
            checkpoint.workspace(),
            page.position(),
            resume,
            Progress.since(checkpoint),
            outcomes.state());
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
