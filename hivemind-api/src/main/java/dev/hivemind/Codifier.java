package dev.hivemind;

import java.util.List;

/**
 * Turns evidence into words. The built-in one uses rules alone.
 *
 * <p>Called on the library's learner thread, one group at a time, never on a caller's. What it
 * returns passes the gate: it can choose words, never scope, trust or state, and it can only name
 * skills it was shown. If it throws, the rules take over and the failure is counted.
 *
 * <p>It must answer every group, whatever its texts look like and however long they are, with a
 * reason; a draft must have a name, a description of one line and at most 1,024 characters, and a
 * body of at most 20,000. It must keep an explicit correction by a person who may teach, when
 * nothing like it is known: its trigger's literal words in the description, what is wanted and the
 * corrected values in the body.
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
