package dev.hivemind.core.recall;

import dev.hivemind.Explanation.Considered;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.RecallContext;
import dev.hivemind.Skill;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The skills of a recall that never came as far as a score, and why. */
final class PassedOver {
  private static final int MOST = 100;

  private PassedOver() {}

  /**
   * Returns them by name, at most {@value #MOST}.
   *
   * @param visible what the scope can see
   * @param candidates those that were scored
   * @param judged those that were scored closely
   */
  static List<Considered> of(
      RecallContext context,
      Collection<Skill> visible,
      Collection<Profile> candidates,
      Choice judged) {
    Set<String> known =
        judged.ruled().stream()
            .map(one -> one.judged().skill().id())
            .collect(Collectors.toCollection(HashSet::new));
    List<Considered> passed = new ArrayList<>();
    for (Profile one : candidates) {
      if (known.add(one.skill().id())) {
        passed.add(considered(one.skill(), "others have more in common with the context"));
      }
    }
    for (Skill one : visible) {
      if (known.add(one.id())) {
        passed.add(considered(one, reason(one, context)));
      }
    }
    passed.sort(Comparator.comparing(Considered::name));
    return passed.size() <= MOST ? passed : passed.subList(0, MOST);
  }

  private static String reason(Skill skill, RecallContext context) {
    return switch (skill.state()) {
      case ACTIVE ->
          context.beforeCall() || !context.toolsOffered().isEmpty()
              ? "about other tools, or shares no rare word with the context"
              : "shares no rare word with the context";
      case CANDIDATE -> "is a candidate: waits for a second signal or a person";
      case SUSPENDED -> "is suspended: " + skill.reason();
      default -> "is retired: " + skill.reason();
    };
  }

  private static Considered considered(Skill skill, String reason) {
    return new Considered(
        skill.id(), skill.revision(), skill.name(), Map.of(), 0, Outcome.FILTERED, reason);
  }
}
