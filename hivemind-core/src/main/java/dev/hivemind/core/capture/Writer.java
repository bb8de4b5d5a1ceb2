package dev.hivemind.core.capture;

import dev.hivemind.AgentEvent;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.capture.Queued.Barrier;
import dev.hivemind.core.capture.Queued.Recorded;
import dev.hivemind.core.event.EventCodec;
import dev.hivemind.core.event.EventTexts;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The one thread that writes events: masks a group and commits it whole, again and again while the
 * store fails, so that an outage costs memory up to the queue's bound and then new events, never
 * old ones. A row that the store refuses for good, with an {@link IllegalArgumentException}, is
 * dropped and counted. Ends when the queue is closed and drained.
 */
public final class Writer implements Runnable {
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);
  // Once the queue is closed, an outage is waited for about a second before what waits is given up.
  private static final int LAST_TRIES = 6;
  private static final int LARGEST_DOCUMENT = 1_000_000;

  private final Intake intake;
  private final EventStore store;
  private final Masker masker;
  private final long lingerNanos;
  private final Consumer<List<AgentEvent>> stored;
  private final Monitor monitor;
  // Tries since the queue was closed and the store worked last, over all groups: what a broken
  // store costs at the end is about a second, however much waits.
  private int lastTries;

  /** Creates; {@code stored} hears of each group, masked, once it is durable. */
  public Writer(
      Intake intake,
      EventStore store,
      Masker masker,
      Duration linger,
      Consumer<List<AgentEvent>> stored,
      Monitor monitor) {
    this.intake = intake;
    this.store = store;
    this.masker = masker;
    this.lingerNanos = linger.toNanos();
    this.stored = stored;
    this.monitor = monitor;
  }

  @Override
  public void run() {
    List<Queued> group = next();
    while (!group.isEmpty()) {
      write(group);
      group = next();
    }
  }

  private List<Queued> next() {
    while (true) {
      try {
        return intake.next(lingerNanos);
      } catch (InterruptedException e) {
        // Nobody but a host's own tools interrupts this thread; events are worth more than the
        // wish.
        monitor.failed("writer", e);
      }
    }
  }

  private void write(List<Queued> group) {
    List<Recorded> events = new ArrayList<>();
    group.forEach(
        one -> {
          if (one instanceof Recorded recorded) events.add(recorded);
        });
    boolean kept = false;
    try {
      kept = commit(events);
    } finally {
      intake.settled(events);
      if (group.get(group.size() - 1) instanceof Barrier barrier) {
        reach(barrier, kept);
      }
    }
  }

  private static void reach(Barrier barrier, boolean kept) {
    if (kept) {
      barrier.reached().complete(null);
    } else {
      barrier
          .reached()
          .completeExceptionally(new IllegalStateException("the event store failed until the end"));
    }
  }

  private boolean commit(List<Recorded> events) {
    List<AgentEvent> masked = new ArrayList<>();
    List<EventRow> rows = new ArrayList<>();
    for (Recorded one : events) {
      try {
        AgentEvent event = masker.mask(one.event());
        rows.add(row(one, event));
        masked.add(event);
      } catch (RuntimeException | Error e) {
        monitor.failed("writer", e);
        monitor.count(Counter.DROPPED_STORE_FAILED);
      }
    }
    if (rows.isEmpty()) {
      return true;
    }
    boolean kept = append(rows);
    if (kept) {
      tell(masked);
    }
    return kept;
  }

  private void tell(List<AgentEvent> masked) {
    try {
      stored.accept(masked);
    } catch (RuntimeException | Error e) {
      monitor.failed("learner", e);
    }
  }

  private static EventRow row(Recorded one, AgentEvent event) {
    EventRow row = EventCodec.encode(one.id(), one.at(), event);
    // Escaped, a text of control characters is six times as long: more than a store need take.
    return row.document().length() <= LARGEST_DOCUMENT
        ? row
        : EventCodec.encode(one.id(), one.at(), EventTexts.cut(event, LARGEST_DOCUMENT / 8));
  }

  /**
   * Appends until it succeeds; returns false only when the queue is closed and the store is still
   * failing.
   */
  private boolean append(List<EventRow> rows) {
    long pause = FIRST_PAUSE;
    while (true) {
      try {
        store.append(rows);
        monitor.count(Counter.STORED, rows.size());
        lastTries = 0;
        return true;
      } catch (IllegalArgumentException e) {
        monitor.failed("event store refused a row", e);
        return refused(rows);
      } catch (RuntimeException | Error e) {
        monitor.failed("event store", e);
      }
      if (intake.closed() && ++lastTries > LAST_TRIES) {
        monitor.count(Counter.DROPPED_STORE_FAILED, rows.size());
        return false;
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, intake.closed() ? 10 * FIRST_PAUSE : LONGEST_PAUSE);
    }
  }

  /** Appends each row alone, to find the one that is refused. */
  private boolean refused(List<EventRow> rows) {
    if (rows.size() == 1) {
      monitor.count(Counter.DROPPED_STORE_FAILED);
      return true;
    }
    boolean kept = true;
    for (EventRow row : rows) {
      kept &= append(List.of(row));
    }
    return kept;
  }
}
