package dev.hivemind;

import java.time.Duration;

/**
 * What codification asked of the host's {@link dev.hivemind.spi.TextModel}. Immutable.
 *
 * @param calls how often it was called, retries included
 * @param sent characters given to it
 * @param received characters it gave back
 * @param refused answers that were not usable, and calls that failed or came too late; after two in
 *     a row the rules found the words instead
 * @param spared groups of evidence for which the budget was spent: the rules found the words
 * @param took how long the calls took together
 */
public record ModelUse(
    int calls, long sent, long received, int refused, int spared, Duration took) {
  /** Validates. */
  public ModelUse {
    Check.notNull("took", took);
  }

  /** No model, or nothing asked of it. */
  public static final ModelUse NONE = new ModelUse(0, 0, 0, 0, 0, Duration.ZERO);

  /** Returns both together. */
  public ModelUse plus(ModelUse other) {
    return new ModelUse(
        calls + other.calls,
        sent + other.sent,
        received + other.received,
        refused + other.refused,
        spared + other.spared,
        took.plus(other.took));
  }
}
