package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import java.util.List;
import java.util.Optional;

/**
 * Gives a revision its state: the rule first, then the room in the scope, then the host's policy.
 */
final class Promoting {
  // Enough to choose from, and few enough to look through and to keep in memory.
  private static final int CANDIDATES = 5;

  private final PromotionPolicy policy;
  private final int mostActive;
  private final Monitor monitor;

  Promoting(PromotionPolicy policy, int mostActive, Monitor monitor) {
    this.policy = policy;
    this.mostActive = mostActive;
    this.monitor = monitor;
  }

  Skill rule(Skill skill, List<Evidence> counted, String suspicion, LibrarySnapshot snapshot) {
    Ruling ruling = Promotion.of(skill.scope(), counted);
    if (!suspicion.isEmpty()) {
      ruling = Ruling.candidate("a person must look at it first, it holds " + suspicion);
    }
    if (ruling.isActive() && isFull(skill, snapshot)) {
      ruling = Ruling.candidate("the scope has " + mostActive + " active skills, the most allowed");
    }
    if (decide(skill, ruling) != ruling.state()) {
      ruling = Ruling.candidate("the promotion policy holds it back");
    }
    return Writing.state(skill, ruling.state(), skill.reason() + "; " + ruling.reason());
  }

  /** Returns whether the policy lets a skill not be active. */
  boolean holdsBack(Skill skill) {
    return decide(skill, Ruling.active("")) != SkillState.ACTIVE;
  }

  private boolean isFull(Skill skill, LibrarySnapshot snapshot) {
    return snapshot.savedAt(skill.scope()).stream()
            .filter(one -> one.state() == SkillState.ACTIVE && !one.id().equals(skill.id()))
            .count()
        >= mostActive;
  }

  /**
   * Returns why a new skill finds no room to wait, or empty. Nobody authorised is kept waiting at
   * the door: what tools and customers bring cannot crowd out what an operator says.
   */
  Optional<String> crowded(Skill skill, LibrarySnapshot snapshot) {
    int most = CANDIDATES * mostActive;
    boolean waits = skill.state() == SkillState.CANDIDATE && !skill.trust().authorised();
    return waits && candidates(skill, snapshot) >= most
        ? Optional.of("the scope has " + most + " candidates, the most that may wait")
        : Optional.empty();
  }

  private static long candidates(Skill skill, LibrarySnapshot snapshot) {
    return snapshot.savedAt(skill.scope()).stream()
        .filter(one -> one.state() == SkillState.CANDIDATE)
        .count();
  }

  private SkillState decide(Skill skill, Ruling ruling) {
    try {
      SkillState decided = policy.decide(skill, ruling.state());
      return decided == SkillState.ACTIVE ? ruling.state() : SkillState.CANDIDATE;
    } catch (RuntimeException | Error e) {
      monitor.failed("promotion policy", e);
      return SkillState.CANDIDATE;
    }
  }
}
