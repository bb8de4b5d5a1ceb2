package dev.hivemind.core.capture;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.capture.Queued.Barrier;
import dev.hivemind.core.capture.Queued.Recorded;
import dev.hivemind.core.event.EventTexts;
import dev.hivemind.core.monitor.Monitor;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue between agents and the writer, bounded in bytes.
 *
 * <p>When half of it is full, long texts are cut; when it is full, events are dropped and counted,
 * but corrections and approvals have the last eighth to themselves, are never cut below the limit
 * for an event, and never wait for company. An event counts as waiting until it is durable.
 * Thread-safe; {@link #offer} waits for nothing but the queue's own lock.
 */
public final class Intake {
  private static final int GROUP = 500;
  private static final int SHORT = 2_000;
  private static final int RESERVE = 8;

  private final long capacity;
  private final int characters;
  private final Monitor monitor;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Deque<Queued> queue = new ArrayDeque<>();
  private long bytes;
  private long events;
  private long urgent;
  private boolean closed;

  /**
   * Creates an empty queue of the given bytes for events whose texts have at most the given
   * characters.
   */
  public Intake(long capacity, int characters, Monitor monitor) {
    this.capacity = capacity;
    this.characters = characters;
    this.monitor = monitor;
  }

  /** Takes an event or drops it; both are counted. */
  public void offer(String id, Instant at, AgentEvent event) {
    boolean precious = event instanceof Correction || event instanceof Approval;
    AgentEvent fitting =
        EventTexts.cut(event, precious || waiting() < capacity / 2 ? characters : SHORT);
    long size = EventTexts.bytes(fitting);
    Counter outcome = enqueue(new Recorded(id, at, fitting, size, precious));
    monitor.count(outcome);
    if (outcome == Counter.RECORDED && size < EventTexts.bytes(event)) {
      monitor.count(Counter.CUT);
    }
  }

  private Counter enqueue(Recorded recorded) {
    lock.lock();
    try {
      if (closed) {
        return Counter.DROPPED_CLOSED;
      }
      if (bytes + recorded.bytes() > capacity - (recorded.urgent() ? 0 : capacity / RESERVE)) {
        return Counter.DROPPED_QUEUE_FULL;
      }
      bytes += recorded.bytes();
      events++;
      add(recorded, recorded.urgent());
      return Counter.RECORDED;
    } finally {
      lock.unlock();
    }
  }

  private void add(Queued queued, boolean atOnce) {
    queue.addLast(queued);
    urgent += atOnce ? 1 : 0;
    arrived.signal();
  }

  /**
   * Returns a stage that completes when everything offered before is durable; exceptionally if that
   * will never be.
   */
  public CompletionStage<Void> barrier() {
    Barrier barrier = new Barrier(new CompletableFuture<>());
    lock.lock();
    try {
      if (closed) {
        barrier.reached().completeExceptionally(new IllegalStateException("closed"));
      } else {
        add(barrier, true);
      }
    } finally {
      lock.unlock();
    }
    return barrier.reached();
  }

  /** Lets nothing more in; what waits can still be taken. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether nothing more is let in. */
  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many bytes wait. */
  public long waiting() {
    lock.lock();
    try {
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many events wait. */
  public long events() {
    lock.lock();
    try {
      return events;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for something to arrive, then up to the linger for company unless something urgent is
   * there, and returns a group in order; a barrier ends it. Empty once the queue is closed and
   * drained.
   */
  List<Queued> next(long lingerNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty() && !closed) {
        arrived.await();
      }
      long left = lingerNanos;
      while (left > 0 && urgent == 0 && !closed && queue.size() < GROUP) {
        left = arrived.awaitNanos(left);
      }
      return group();
    } finally {
      lock.unlock();
    }
  }

  private List<Queued> group() {
    List<Queued> group = new ArrayList<>();
    while (!queue.isEmpty() && group.size() < GROUP) {
      Queued one = queue.removeFirst();
      group.add(one);
      if (one instanceof Barrier) {
        urgent--;
        break;
      }
      urgent -= ((Recorded) one).urgent() ? 1 : 0;
    }
    return group;
  }

  /** Takes note that a group no longer waits. */
  void settled(List<Recorded> group) {
    lock.lock();
    try {
      group.forEach(one -> bytes -= one.bytes());
      events -= group.size();
    } finally {
      lock.unlock();
    }
  }
}
