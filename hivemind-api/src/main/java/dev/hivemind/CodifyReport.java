package dev.hivemind;

import java.time.Duration;
import java.util.List;

/**
 * What codification found and decided. Immutable. {@link Hivemind#codify} returns one of everything
 * found in a scope and below since it was last asked for that, in the background too; a {@link
 * HivemindListener} hears one a run, of a whole workspace.
 *
 * @param scope the scope it was asked for, or the workspace
 * @param evidence everything that was found, below the thresholds too, in the order it happened; of
 *     a host that never asks, the newest thousand of a workspace
 * @param decisions what became of it, in the order it was decided; each piece of evidence is in
 *     exactly one, the newest
 * @param took how long the run took that was asked for
 * @param model what a text model was asked for it, of the whole workspace
 */
public record CodifyReport(
    Scope scope, List<Evidence> evidence, List<Decision> decisions, Duration took, ModelUse model) {
  /** Validates and copies. */
  public CodifyReport {
    Check.notNull("scope", scope);
    Check.notNull("evidence", evidence);
    Check.notNull("decisions", decisions);
    Check.notNull("took", took);
    Check.notNull("model", model);
    evidence = List.copyOf(evidence);
    decisions = List.copyOf(decisions);
  }

  /**
   * What became of a group of evidence.
   *
   * @param outcome keep, merge or skip
   * @param reason why, in one sentence
   * @param evidence ids of the evidence it was decided on
   * @param skill id of the skill that was made or changed; empty for a skip
   * @param name that skill's name, or empty
   * @param state that skill's state afterwards; CANDIDATE for a skip
   */
  public record Decision(
      Outcome outcome,
      String reason,
      List<String> evidence,
      String skill,
      String name,
      SkillState state) {
    /** Validates and copies. */
    public Decision {
      Check.notNull("outcome", outcome);
      Check.notNull("reason", reason);
      Check.notNull("evidence", evidence);
      Check.notNull("skill", skill);
      Check.notNull("name", name);
      Check.notNull("state", state);
      evidence = List.copyOf(evidence);
    }
  }

  /** The three answers of codification. */
  public enum Outcome {
    /** A new skill. */
    KEEP,
    /** More of a known skill. */
    MERGE,
    /** Nothing learned. */
    SKIP
  }
}
