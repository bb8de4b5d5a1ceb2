package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import dev.hivemind.Skill;
import java.util.List;

/** Whose word a piece of evidence is. */
final class Sources {
  private Sources() {}

  /** Returns whether a person taught, rather than an error that went away. */
  static boolean isPersons(Evidence one) {
    return one.kind() != Kind.FIX_PAIR;
  }

  /** Returns the role that bounds what this evidence may become. */
  static Role role(Evidence one) {
    return isPersons(one) ? one.author().role() : Role.AGENT;
  }

  /** Returns whether two may stand behind one lesson without one borrowing the other's trust. */
  static boolean alike(Evidence one, Evidence other) {
    return isPersons(one) == isPersons(other)
        && one.author().role().authorised() == other.author().role().authorised();
  }

  /**
   * Returns the lowest role among the sources. Observations beside a person's word carry no
   * instruction and lower nothing.
   */
  static Role trust(List<Evidence> evidence) {
    return evidence.stream()
        .filter(Sources::isPersons)
        .map(Sources::role)
        .reduce(Role::lowest)
        .orElse(Role.AGENT);
  }

  /**
   * Returns the trust of a skill that stands on this evidence now. A source counts for ever, though
   * it was of no evidence, as an import may be, or has made room for newer evidence.
   */
  static Role trust(Skill skill, List<Evidence> evidence) {
    boolean observed =
        skill.trust() == Role.AGENT && skill.evidence().stream().noneMatch(Sources::isPersons);
    Role now = trust(evidence);
    return observed ? now : skill.trust().lowest(now);
  }
}
