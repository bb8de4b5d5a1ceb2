package dev.hivemind;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a Hivemind is doing: a snapshot. Immutable.
 *
 * @param health whether it works
 * @param settings every setting by name with its value, defaults included, sorted by name
 * @param counters what was done and what was lost since it was opened; every counter is present
 * @param queuedEvents events that wait to be stored
 * @param queuedBytes what they take in memory, about
 * @param problems the latest failures, newest first, without content; at most 20
 */
public record Status(
    Health health,
    Map<String, String> settings,
    Map<Counter, Long> counters,
    long queuedEvents,
    long queuedBytes,
    List<String> problems) {
  /** Copies. */
  public Status {
    Check.notNull("health", health);
    Check.notNull("settings", settings);
    Check.notNull("counters", counters);
    Check.notNull("problems", problems);
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    Map<Counter, Long> all = new EnumMap<>(Counter.class);
    for (Counter counter : Counter.values()) {
      all.put(counter, counters.getOrDefault(counter, 0L));
    }
    counters = Collections.unmodifiableMap(all);
    problems = List.copyOf(problems);
  }

  /** Returns a counter's value. */
  public long count(Counter counter) {
    Check.notNull("counter", counter);
    return counters.getOrDefault(counter, 0L);
  }

  /** Whether a Hivemind works. */
  public enum Health {
    /** All is well. */
    UP,
    /**
     * Works, but something failed in the last ten minutes, by the builder's clock: see {@link
     * Status#problems}, which keeps older ones, too.
     */
    DEGRADED,
    /** Closed. */
    CLOSED,
    /** Made by {@link Hivemind#noop()}: remembers nothing. */
    NOOP
  }

  /** What is counted, each from 0 at {@code open}. */
  public enum Counter {
    /** Events accepted by {@code record}. */
    RECORDED,
    /** Events that are durable. */
    STORED,
    /** Events lost because the queue was full. */
    DROPPED_QUEUE_FULL,
    /** Events lost because the store failed again and again, or refused them. */
    DROPPED_STORE_FAILED,
    /** Events that came after close. */
    DROPPED_CLOSED,
    /**
     * Events that were null, held a null or an id of more than 256 characters, or were the engine's
     * own.
     */
    DROPPED_MALFORMED,
    /** Events whose text was cut to the limit, or to fit the queue. */
    CUT,
    /** Stored events that could not be read back and were passed over. */
    UNREADABLE,
    /** Texts in which a redactor masked something. */
    MASKED,
    /** Pieces of evidence found. */
    EVIDENCE,
    /** Proposals that became a new skill. */
    KEPT,
    /** Proposals that were merged into a known skill. */
    MERGED,
    /** Proposals that were skipped. */
    SKIPPED,
    /** Recalls answered. */
    RECALLS,
    /** Recalls that showed something, those that held a call among them. */
    RECALLS_SHOWN,
    /** Recalls that held a call. */
    RECALLS_HELD,
    /** Recalls whose deadline passed. */
    RECALLS_LATE,
    /** Recalls that failed inside and said nothing. */
    RECALLS_FAILED,
    /** Failures of a store, an index, a model, a listener or a file that were survived. */
    FAILURES
  }
}
