package dev.hivemind;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far {@link Hivemind#flush} came with everything recorded before it. Immutable.
 *
 * @param missing what is not true of all of it yet; empty when all is done
 * @param reason why, in words; empty when all is done
 */
public record FlushReport(Set<Stage> missing, String reason) {
  /** Copies. */
  public FlushReport {
    Check.notNull("missing", missing);
    Check.notNull("reason", reason);
    missing = Set.copyOf(missing);
  }

  /** Returns the report of a flush that reached its end. */
  public static FlushReport done() {
    return new FlushReport(Set.of(), "");
  }

  /** Returns the report of a flush that reached every stage before the given one. */
  public static FlushReport stoppedAt(Stage stage, String reason) {
    Check.notNull("stage", stage);
    return new FlushReport(EnumSet.range(stage, Stage.RECALLABLE), reason);
  }

  /** Returns whether everything recorded before the flush is stored, mined and recallable. */
  public boolean complete() {
    return missing.isEmpty();
  }

  /** The stages an event passes, in order. */
  public enum Stage {
    /** Durable in the event store. */
    STORED,
    /** Seen by the miner; what it taught is saved. */
    MINED,
    /** What it taught is published and in the index. */
    RECALLABLE
  }
}
