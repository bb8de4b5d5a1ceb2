package dev.hivemind.core.outcome;

import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What follows for skills from their records. Each is a revision that says why, so a person can
 * undo it; drawing them again changes nothing.
 */
public final class Consequences {
  private static final Author SELF = new Author("hivemind", Role.AGENT);
  private static final int STRIKES = 2;

  private final Map<String, Tally> changed;
  private final Map<String, String> refuted;
  private final List<String> proved;

  Consequences(Map<String, Tally> changed, Map<String, String> refuted, List<String> proved) {
    this.changed = changed;
    this.refuted = refuted;
    this.proved = proved;
  }

  /**
   * Saves them.
   *
   * @throws dev.hivemind.StaleRevisionException if another process was faster
   */
  public void draw(Library library, Instant now) {
    refuted.forEach((skill, evidence) -> supersede(skill, evidence, library, now));
    changed.forEach((id, tally) -> draw(id, tally, library, now));
  }

  // The newer word has become another skill: two lessons for one situation contradict each other.
  private static void supersede(String id, String evidence, Library library, Instant now) {
    library
        .snapshot()
        .byId(id)
        .filter(old -> old.state() == SkillState.ACTIVE && !old.pinned())
        .ifPresent(
            old ->
                library
                    .snapshot()
                    .holding(evidence)
                    .filter(newer -> takesThePlaceOf(newer, old))
                    .ifPresent(
                        newer ->
                            library.save(
                                Revision.after(old)
                                    .state(SkillState.SUPERSEDED)
                                    .by(
                                        SELF,
                                        "was followed and corrected: '"
                                            + newer.name()
                                            + "' takes its place",
                                        now))));
  }

  private static boolean takesThePlaceOf(Skill newer, Skill old) {
    return !newer.id().equals(old.id())
        && newer.state() == SkillState.ACTIVE
        && newer.scope().contains(old.scope())
        && newer.trust().compareTo(old.trust()) <= 0;
  }

  private void draw(String id, Tally tally, Library library, Instant now) {
    library.snapshot().byId(id).ifPresent(skill -> draw(skill, tally, library, now));
  }

  private void draw(Skill skill, Tally tally, Library library, Instant now) {
    if (skill.state() == SkillState.SUSPENDED) {
      suspended(skill, tally, library, now);
    } else if (skill.state() == SkillState.ACTIVE) {
      active(skill, tally, library, now);
    }
  }

  private void suspended(Skill skill, Tally tally, Library library, Instant now) {
    // After a crash it may be suspended and nobody remember since when.
    tally.suspendedAt = tally.suspendedAt == 0 ? skill.revision() : tally.suspendedAt;
    if (proved.contains(skill.id())) {
      Skill back =
          Revision.after(skill)
              .state(SkillState.ACTIVE)
              .by(SELF, "a person said the same again: it proved itself", now);
      library.save(back);
      pardon(tally);
    }
  }

  private static void active(Skill skill, Tally tally, Library library, Instant now) {
    if (tally.suspendedAt > 0 && skill.revision() > tally.suspendedAt) {
      pardon(tally);
    }
    if (tally.strikes >= STRIKES) {
      suspend(skill, "was followed and corrected twice", tally, library, now);
    } else if (!tally.pardoned
        && !skill.trust().authorised()
        && Posterior.isHarmful(tally.record())) {
      suspend(skill, "does worse where it is shown than where it is not", tally, library, now);
    }
  }

  private static void suspend(
      Skill skill, String reason, Tally tally, Library library, Instant now) {
    Skill suspended = Revision.after(skill).state(SkillState.SUSPENDED).by(SELF, reason, now);
    library.save(suspended);
    tally.suspendedAt = suspended.revision();
  }

  private static void pardon(Tally tally) {
    tally.strikes = 0;
    tally.suspendedAt = 0;
    tally.pardoned = true;
  }
}
