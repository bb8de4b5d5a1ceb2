package dev.hivemind.examples.transcripts;

import dev.hivemind.CodifyReport;
import dev.hivemind.FlushReport;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records transcripts one after the other and gathers what Hivemind's background runs report about
 * each. The listener is called on Hivemind's thread, the rest on the caller's.
 */
final class Learning implements HivemindListener {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** History comes faster than life: wait for the writer before its queue is full. */
  private static final long QUEUED_BYTES = 4L << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<CodifyReport> reports = new LinkedHashSet<>();

  @Override
  public void codified(CodifyReport report) {
    lock.lock();
    try {
      reports.add(report);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Records a transcript and returns what was learned from it, in order.
   *
   * @throws IllegalStateException if not all of it could be stored and mined
   */
  List<CodifyReport> learn(Hivemind hivemind, Transcript transcript) {
    for (Moment moment : transcript.moments()) {
      hivemind.record(moment.event(), moment.at());
      if (hivemind.status().queuedBytes() > QUEUED_BYTES) {
        settle(hivemind);
      }
    }
    settle(hivemind);
    CodifyReport rest = hivemind.codify(Transcript.SCOPE);
    if (!rest.evidence().isEmpty() || !rest.decisions().isEmpty()) {
      codified(rest);
    }
    return taken();
  }

  private static void settle(Hivemind hivemind) {
    FlushReport flushed = hivemind.flush(PATIENCE);
    if (!flushed.complete()) {
      throw new IllegalStateException("not learned: " + flushed);
    }
  }

  private List<CodifyReport> taken() {
    lock.lock();
    try {
      List<CodifyReport> taken = new ArrayList<>(reports);
      reports.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
