package dev.hivemind.core.learn;

import dev.hivemind.HivemindException;
import dev.hivemind.core.event.Progress;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.EventStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process's turn to learn in a workspace that others share, a lease of the store: taken for one
 * run, kept page by page, given back at its end. It spares them the same work and keeps two apart
 * who would find one name for two lessons at once; what counts is decided by compare-and-set, so
 * one who sleeps through his turn spoils nothing. Used under the workspace's lock.
 */
final class Turn {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(45);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private final String workspace;
  private final String me;
  private final EventStore store;
  private final Monitor monitor;

  Turn(String workspace, String me, EventStore store, Monitor monitor) {
    this.workspace = workspace;
    this.me = me;
    this.store = store;
    this.monitor = monitor;
  }

  /** Takes it or keeps it; false if it is somebody else's. */
  boolean take() {
    return store.lease(workspace, Progress.CONSUMER, me, LEASE);
  }

  /** Takes it, waiting for as long as one who died may have had it. */
  void await() {
    long start = System.nanoTime();
    while (!take()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new HivemindException(
            "other processes learn in workspace " + workspace + " all the time: try again later");
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  void end() {
    try {
      store.lease(workspace, Progress.CONSUMER, me, Duration.ZERO);
    } catch (RuntimeException e) {
      monitor.failed("giving back a lease", e); // it ends by itself
    }
  }
}
