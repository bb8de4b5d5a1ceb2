package dev.hivemind;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Why a recall said what it said. Immutable.
 *
 * @param detail how much of it is still known
 * @param recall the recall's id
 * @param at when
 * @param context what was asked; secrets masked
 * @param advice what was answered
 * @param threshold the confidence from which a skill is shown
 * @param considered every candidate, best first, then those passed over unscored, by name
 * @param characters how long the text is that was shown, the fence included
 * @param budget how long it might have been
 * @param microseconds how long the recall took
 */
public record Explanation(
    Detail detail,
    String recall,
    Instant at,
    RecallContext context,
    Advice advice,
    double threshold,
    List<Considered> considered,
    int characters,
    int budget,
    long microseconds) {
  private static final double NEAR = .5;

  /** Copies. */
  public Explanation {
    Check.notNull("detail", detail);
    Check.notNull("recall", recall);
    Check.notNull("at", at);
    Check.notNull("context", context);
    Check.notNull("advice", advice);
    Check.notNull("considered", considered);
    considered = List.copyOf(considered);
  }

  /** How much of a recall is still known. */
  public enum Detail {
    /** All of it. */
    FULL,
    /**
     * What the event log holds: session and tool of the context, not the task; of the candidates
     * those that were shown or withheld, without the parts of their scores; the kind of the advice
     * and the size of its text, not the text.
     */
    LOGGED
  }

  /**
   * Returns the candidates that were not shown and came near it: at least half as sure as the
   * threshold asks, best first.
   */
  public List<Considered> nearMisses() {
    return considered.stream()
        .filter(one -> one.outcome == Outcome.BELOW_THRESHOLD)
        .filter(one -> one.confidence >= NEAR * threshold)
        .toList();
  }

  /**
   * A skill that was looked at.
   *
   * @param skill its id
   * @param revision the revision in the library then
   * @param name its name
   * @param parts the named parts of its score, highest first
   * @param confidence calibrated, 0 to 1
   * @param outcome shown or not
   * @param reason why, in words
   */
  public record Considered(
      String skill,
      int revision,
      String name,
      Map<String, Double> parts,
      double confidence,
      Outcome outcome,
      String reason) {
    /** Copies; the order of the parts is kept. */
    public Considered {
      Check.notNull("skill", skill);
      Check.notNull("name", name);
      Check.notNull("parts", parts);
      Check.notNull("outcome", outcome);
      Check.notNull("reason", reason);
      parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
    }
  }

  /** What became of a candidate. */
  public enum Outcome {
    /** Shown to the agent. */
    SHOWN,
    /** Would have been shown, but the mode is SHADOW. */
    WITHHELD,
    /**
     * Would have been shown, but is held out of this session: see {@link HivemindBuilder#holdOut}.
     */
    HELD_OUT,
    /** Not sure enough. */
    BELOW_THRESHOLD,
    /** Better ones took the room. */
    OVER_BUDGET,
    /** Was shown before in this turn. */
    SHOWN_BEFORE,
    /** Passed over before it was scored: the reason says why. */
    FILTERED
  }

  /** Returns the explanation as text for people, one candidate a line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("recall ")
        .append(recall)
        .append(": ")
        .append(advice.getClass().getSimpleName())
        .append(", threshold ")
        .append(rounded(threshold))
        .append(", ")
        .append(characters)
        .append(" of ")
        .append(budget)
        .append(" characters, ")
        .append(microseconds)
        .append(" us\n");
    for (Considered one : considered) {
      text.append("  ")
          .append(one.outcome)
          .append(' ')
          .append(one.name)
          .append(" r")
          .append(one.revision)
          .append(" confidence ")
          .append(rounded(one.confidence))
          .append(": ")
          .append(one.reason)
          .append(" [");
      one.parts.forEach(
          (part, score) -> text.append(part).append(' ').append(rounded(score)).append(' '));
      text.append("]\n");
    }
    return text.toString().replace(" ]", "]");
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
