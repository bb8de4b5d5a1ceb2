package dev.hivemind.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Thread-safe. */
public final class MutableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  private MutableClock(Instant start) {
    now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
  }

  /** Returns a clock that stands at the given time. */
  public static MutableClock at(Instant start) {
    return new MutableClock(start);
  }

  /**
   * Returns a clock that stands at the given ISO 8601 time, such as {@code 2026-03-02T09:00:00Z}.
   */
  public static MutableClock at(String start) {
    return at(Instant.parse(start));
  }

  @Override
  public Instant instant() {
    return Objects.requireNonNull(now.get());
  }

  /** Moves the clock by a duration, a negative one backwards, and returns the new time. */
  public Instant advance(Duration by) {
    return Objects.requireNonNull(now.updateAndGet(before -> before.plus(by)));
  }

  /** Moves the clock to a time, which may be an earlier one. */
  public void set(Instant time) {
    now.set(Objects.requireNonNull(time, "time"));
  }
}
