package dev.hivemind.core;

import dev.hivemind.AgentEvent;
import dev.hivemind.CodifyReport;
import dev.hivemind.CopyReport;
import dev.hivemind.Explanation;
import dev.hivemind.FlushReport;
import dev.hivemind.Forget;
import dev.hivemind.ForgetReport;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.LearningReport;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.SkillLibrary;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.Status.Health;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A Hivemind that could not be opened: a noop inside until an attempt succeeds, and from then on
 * what was opened. A daemon thread tries and ends with success or close.
 */
final class Standby implements Hivemind {
  private static final System.Logger LOG = System.getLogger("dev.hivemind");
  private static final long FIRST_PAUSE = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(30);

  private final Supplier<Hivemind> opening;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition over = lock.newCondition();
  private final LongAdder lost = new LongAdder();
  private volatile Hivemind inside = Hivemind.noop();
  private volatile String reason;
  private boolean closed;

  private Standby(String reason, Supplier<Hivemind> opening) {
    this.reason = reason;
    this.opening = opening;
  }

  static Hivemind after(HivemindException failure, Supplier<Hivemind> opening) {
    LOG.log(Level.WARNING, "working without memory: {0}", failure.getMessage());
    Standby standby = new Standby(String.valueOf(failure.getMessage()), opening);
    Thread thread = new Thread(standby::tryUntilOpen, "hivemind-opening");
    thread.setDaemon(true);
    thread.start();
    return standby;
  }

  private void tryUntilOpen() {
    long pause = FIRST_PAUSE;
    while (waited(pause)) {
      try {
        use(opening.get());
        LOG.log(Level.INFO, "working with memory now");
        return;
      } catch (RuntimeException e) {
        reason = String.valueOf(e.getMessage());
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  /** Waits; false if it was closed meanwhile. */
  private boolean waited(long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (left > 0 && !closed) {
        left = over.awaitNanos(left);
      }
      return !closed;
    } catch (InterruptedException e) {
      return false; // a host's own tools end its threads
    } finally {
      lock.unlock();
    }
  }

  private void use(Hivemind opened) {
    lock.lock();
    try {
      inside = opened;
      if (closed) {
        opened.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private void count() {
    if (inside == Hivemind.noop()) {
      lost.increment();
    }
  }

  @Override
  public String record(AgentEvent event) {
    count();
    return inside.record(event);
  }

  @Override
  public String record(AgentEvent event, Instant at) {
    count();
    return inside.record(event, at);
  }

  @Override
  public Status status() {
    Status status = inside.status();
    Map<Counter, Long> counters = new EnumMap<>(status.counters());
    counters.merge(Counter.DROPPED_STORE_FAILED, lost.sum(), Long::sum);
    List<String> problems = status.health() == Health.NOOP ? List.of(reason) : status.problems();
    return new Status(
        status.health(),
        status.settings(),
        counters,
        status.queuedEvents(),
        status.queuedBytes(),
        problems);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      over.signalAll();
      inside.close();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Recall recall(RecallContext context) {
    return inside.recall(context);
  }

  @Override
  public CodifyReport codify(Scope scope) {
    return inside.codify(scope);
  }

  @Override
  public SkillLibrary skills(Scope scope) {
    return inside.skills(scope);
  }

  @Override
  public LearningReport learning(Scope scope, Instant from, Instant to) {
    return inside.learning(scope, from, to);
  }

  @Override
  public Optional<Explanation> explain(Scope scope, String recall) {
    return inside.explain(scope, recall);
  }

  @Override
  public ForgetReport forget(Forget what) {
    return inside.forget(what);
  }

  @Override
  public CopyReport backup(Path file) {
    return inside.backup(file);
  }

  @Override
  public CopyReport export(Path file) {
    return inside.export(file);
  }

  @Override
  public FlushReport flush(Duration atMost) {
    return inside.flush(atMost);
  }
}
