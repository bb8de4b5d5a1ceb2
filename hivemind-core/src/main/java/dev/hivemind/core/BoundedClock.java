package dev.hivemind.core;

import dev.hivemind.core.monitor.Monitor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The host's clock, made harmless: a time so far away that it could not be stored or counted with
 * becomes the nearest that can, and a clock that fails stands still and is counted. Thread-safe as
 * the host's is.
 */
final class BoundedClock implements InstantSource {
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final InstantSource clock;
  private final Monitor monitor;
  private volatile Instant latest = Instant.EPOCH;

  BoundedClock(InstantSource clock, Monitor monitor) {
    this.clock = clock;
    this.monitor = monitor;
  }

  @Override
  public Instant instant() {
    try {
      latest = bounded(Objects.requireNonNull(clock.instant(), "time"));
    } catch (RuntimeException | Error e) {
      monitor.failed("clock", e);
    }
    return latest;
  }

  /** Returns the time, or the nearest that can be stored. */
  static Instant bounded(Instant time) {
    return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
  }
}
