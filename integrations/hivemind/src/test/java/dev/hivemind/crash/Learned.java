package dev.hivemind.crash;

import dev.hivemind.Evidence;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What of a skill must be the same however it came about: all but times, reasons and the number of
 * revisions it took.
 */
record Learned(String scope, String name, SkillState state, String text, List<String> evidence) {
  private static final List<Scope> SCOPES =
      List.of(
          Scope.of("harbour/team0"),
          Scope.of("harbour/team1"),
          Scope.of("harbour/team2"),
          Scope.of("station/team0"),
          Scope.of("station/team1"),
          Scope.of("station/team2"));

  static Learned of(Skill skill) {
    return new Learned(
        skill.scope().toString(),
        skill.name(),
        skill.state(),
        skill.text(),
        skill.evidence().stream().map(Evidence::id).toList());
  }

  static List<Skill> skills(Hivemind hivemind) {
    return SCOPES.stream()
        .flatMap(
            scope ->
                Arrays.stream(SkillState.values())
                    .flatMap(state -> hivemind.skills(scope).list(state).stream()))
        .sorted(Comparator.comparing(skill -> skill.scope() + " " + skill.name()))
        .toList();
  }

  static List<Skill> revisions(Hivemind hivemind) {
    List<Skill> revisions = new ArrayList<>();
    for (Skill skill : skills(hivemind)) {
      revisions.addAll(hivemind.skills(skill.scope()).history(skill.name()));
    }
    return revisions;
  }
}
