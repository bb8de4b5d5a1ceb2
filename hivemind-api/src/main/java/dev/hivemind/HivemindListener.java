package dev.hivemind;

/**
 * Hears what Hivemind learned. Called on the learner thread, one call at a time, after what it
 * reports is durable; a listener that throws is counted and does no harm, one that stalls delays
 * learning, never the agent.
 */
@FunctionalInterface
public interface HivemindListener {
  /** A run of codification found evidence. */
  void codified(CodifyReport report);
}
