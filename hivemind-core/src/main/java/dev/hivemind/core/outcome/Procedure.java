package dev.hivemind.core.outcome;

import dev.hivemind.Evidence;
import dev.hivemind.Skill;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be checked of a skill in later calls, by its newest evidence that says anything of that
 * sort: a call of the tool that was corrected with the arguments as corrected, or the other call
 * that was wanted.
 *
 * @param tool the tool to look at
 * @param demands what its arguments must hold; none if the call itself is what was wanted
 */
record Procedure(String tool, List<Demand> demands) {
  private static final Pattern CALL = Pattern.compile("(\\S{1,256}) [{\\[].*", Pattern.DOTALL);

  /** Returns what can be checked, or empty. */
  static Optional<Procedure> of(Skill skill) {
    for (int i = skill.evidence().size() - 1; i >= 0; i--) {
      Optional<Procedure> found = of(skill.evidence().get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Procedure> of(Evidence evidence) {
    String tool = evidence.situation().tool();
    List<Demand> demands =
        evidence.changes().stream().map(Demand::of).flatMap(Optional::stream).toList();
    if (!demands.isEmpty() && !tool.isEmpty()) {
      return Optional.of(new Procedure(tool, demands));
    }
    Matcher call = CALL.matcher(evidence.after());
    return call.matches() && !call.group(1).equals(tool)
        ? Optional.of(new Procedure(call.group(1), List.of()))
        : Optional.empty();
  }

  /** Returns whether a call does what was wanted. */
  boolean isFollowedBy(String called, String arguments) {
    return called.equals(tool) && demands.stream().allMatch(one -> one.isMetBy(arguments));
  }
}
