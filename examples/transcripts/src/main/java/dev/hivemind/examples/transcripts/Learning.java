package dev.hivemind.examples.transcripts;

import dev.hivemind.CodifyReport;
import dev.hivemind.FlushReport;
import dev.hivemind.Hivemind;
import java.time.Duration;

/** Records transcripts one after the other and asks what each has taught. */
final class Learning {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** History comes faster than life: wait for the writer before its queue is full. */
  private static final long QUEUED_BYTES = 4L << 20;

  private final Hivemind hivemind;

  Learning(Hivemind hivemind) {
    this.hivemind = hivemind;
  }

  /**
   * Records a transcript and returns what was found in it and decided.
   *
   * @throws IllegalStateException if not all of it could be stored and mined
   */
  CodifyReport learn(Transcript transcript) {
    for (Moment moment : transcript.moments()) {
      hivemind.record(moment.event(), moment.at());
      if (hivemind.status().queuedBytes() > QUEUED_BYTES) {
        settle();
      }
    }
    settle();
    return hivemind.codify(Transcript.SCOPE);
  }

  private void settle() {
    FlushReport flushed = hivemind.flush(PATIENCE);
    if (!flushed.complete()) {
      throw new IllegalStateException("not learned: " + flushed);
    }
  }
}
