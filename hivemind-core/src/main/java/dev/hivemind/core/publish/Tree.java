package dev.hivemind.core.publish;

import java.util.List;

/**
 * What was found under a root.
 *
 * @param files every SKILL.md, by path
 * @param state how much of the root was seen
 * @param problems what could not be looked at
 */
record Tree(List<TreeFile> files, State state, List<String> problems) {
  enum State {
    /** There is no root: nothing can be concluded from what is not there. */
    MISSING,
    /** A bound or an error cut the look short. */
    PARTLY_SEEN,
    /** Everything within the bounds was seen. */
    SEEN
  }

  Tree {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }
}
