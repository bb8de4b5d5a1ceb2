package dev.hivemind;

import java.util.List;

/**
 * Turns evidence into words. The built-in one uses rules alone.
 *
 * <p>Called on the library's learner thread, one group at a time, never on a caller's. What it
 * returns passes the gate: it can choose words, never scope, trust or state, and it can only name
 * skills it was shown. If it throws, the rules take over and the failure is counted.
 */
@FunctionalInterface
public interface Codifier {
  /**
   * Returns what to make of one group of evidence about the same situation.
   *
   * @param group at least one piece of evidence, oldest first, all of one workspace
   * @param nearest known skills of the same scope that come nearest, best first; may be empty
   */
  Proposal propose(List<Evidence> group, List<Skill> nearest);
}
