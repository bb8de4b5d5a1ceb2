package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Role;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.util.List;
import java.util.Optional;

/** What new evidence may do to a skill that is known. */
final class Merging {
  private Merging() {}

  /** Returns why it may do nothing, or empty. */
  static Optional<String> refusal(Skill skill, List<Evidence> group, String suspicion) {
    Evidence newest = group.get(group.size() - 1);
    if (!suspicion.isEmpty()) {
      return Optional.of("no part of '" + skill.name() + "', it holds " + suspicion);
    }
    if (!Sources.isPersons(newest) && skill.evidence().stream().anyMatch(Sources::isPersons)) {
      return Optional.of("a person taught this already: '" + skill.name() + "'");
    }
    if (isLessTrusted(skill, newest)) {
      return Optional.of("less trusted than those who taught '" + skill.name() + "'");
    }
    boolean weak =
        Kinship.of(skill, newest) == Kinship.OPPOSES
            && skill.state() == SkillState.ACTIVE
            && !Promotion.of(skill.scope(), group).isActive();
    return weak
        ? Optional.of("too unsure to take the place of '" + skill.name() + "'")
        : Optional.empty();
  }

  private static boolean isLessTrusted(Skill skill, Evidence newest) {
    Role role = Sources.role(newest);
    // What a person approved as it was written stands on no evidence that could be more of it.
    boolean approved = skill.evidence().isEmpty() && !Sources.isPersons(newest);
    return approved || (!role.authorised() && skill.trust().authorised());
  }

  /**
   * Returns whether the words may change: nobody pinned them, no newer evidence stands, and the new
   * words are more than a question.
   */
  static boolean mayChangeWords(Skill skill, Evidence newest) {
    return !skill.pinned()
        && !Promotion.onlyAsks(newest)
        && skill.evidence().stream().noneMatch(one -> one.at().isAfter(newest.at()));
  }
}
