package dev.hivemind.core;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes ids that no other instance makes: a random beginning of its own, then a count. Thread-safe.
 */
final class Ids {
  private final String beginning;
  private final AtomicLong count = new AtomicLong();

  Ids() {
    this.beginning = UUID.randomUUID().toString().replace("-", "").substring(0, 16) + "-";
  }

  String next() {
    return beginning + Long.toString(count.getAndIncrement(), Character.MAX_RADIX);
  }
}
