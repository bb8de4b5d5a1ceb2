package dev.hivemind.core.monitor;

import dev.hivemind.Status.Counter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counters and failures of one Hivemind. A failure is counted every time, logged the first time it
 * happens at a place, and remembered by place and type: never with its message, which may hold
 * content. Thread-safe.
 */
public final class Monitor {
  private static final Logger LOG = System.getLogger("dev.hivemind");
  private static final int REMEMBERED = 20;
  private static final Duration LATELY = Duration.ofMinutes(10);

  private final Map<Counter, LongAdder> counters = new EnumMap<>(Counter.class);
  private final Set<String> logged = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<String> problems = new ArrayDeque<>();
  private final InstantSource clock;
  private Instant latest = Instant.EPOCH;

  /** Creates with every counter at 0 and the system's clock. */
  public Monitor() {
    this(InstantSource.system());
  }

  /** Creates with every counter at 0; a clock that fails stands still. */
  public Monitor(InstantSource clock) {
    this.clock = clock;
    for (Counter counter : Counter.values()) {
      counters.put(counter, new LongAdder());
    }
  }

  /** Counts one. */
  public void count(Counter counter) {
    count(counter, 1);
  }

  /** Counts some. */
  public void count(Counter counter, long some) {
    LongAdder adder = counters.get(counter);
    if (adder != null) {
      adder.add(some);
    }
  }

  /** Takes note of a failure that was survived. */
  public void failed(String place, Throwable failure) {
    count(Counter.FAILURES);
    problem(place + ": " + failure.getClass().getSimpleName());
  }

  /** Takes note of a problem in words that hold no content. */
  public void problem(String problem) {
    if (logged.size() < 1_000 && logged.add(problem)) {
      LOG.log(Level.WARNING, "{0} (further ones are only counted)", problem);
    }
    lock.lock();
    try {
      latest = now();
      problems.remove(problem);
      problems.addFirst(problem);
      while (problems.size() > REMEMBERED) {
        problems.removeLast();
      }
    } finally {
      lock.unlock();
    }
  }

  // A clock that fails is a problem itself, told by whoever asks it for the time of an event.
  private Instant now() {
    try {
      return Objects.requireNonNull(clock.instant(), "time");
    } catch (RuntimeException | Error e) {
      return latest;
    }
  }

  /** Returns whether there was a problem in the last ten minutes. */
  public boolean troubled() {
    lock.lock();
    try {
      Duration since = Duration.between(latest, now()).abs();
      return !problems.isEmpty() && since.compareTo(LATELY) < 0;
    } finally {
      lock.unlock();
    }
  }

  /** Returns the latest problems, newest first. */
  public List<String> problems() {
    lock.lock();
    try {
      return List.copyOf(problems);
    } finally {
      lock.unlock();
    }
  }

  /** Returns every counter's value. */
  public Map<Counter, Long> counters() {
    Map<Counter, Long> values = new EnumMap<>(Counter.class);
    counters.forEach((counter, adder) -> values.put(counter, adder.sum()));
    return values;
  }
}
