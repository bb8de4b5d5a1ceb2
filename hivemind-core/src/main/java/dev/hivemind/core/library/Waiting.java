package dev.hivemind.core.library;

import dev.hivemind.Author;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.time.Instant;
import java.util.Optional;

/**
 * Words that wait for a person beside a skill whose own words stay: a candidate that stands on the
 * same evidence, at most one a skill. Approved, they become the skill's words.
 */
public final class Waiting {
  static final String PREFIX = "w-";

  private Waiting() {}

  /** Returns whether a skill is one whose words wait beside another's. */
  public static boolean is(Skill skill) {
    return skill.id().startsWith(PREFIX);
  }

  /** Returns the id of the skill beside which it waits. */
  static String beside(Skill waiting) {
    return waiting.id().substring(PREFIX.length());
  }

  /**
   * Returns the revision by which the words of one of a skill's revisions wait beside it; empty if
   * they wait already, or a person said no to them.
   */
  public static Optional<Skill> revision(
      Library library, Skill words, Author by, String reason, Instant at) {
    String id = PREFIX + words.id();
    Optional<Skill> last = library.snapshot().byId(id);
    String name = last.map(Skill::name).orElseGet(() -> library.free(words.name()));
    String text = SkillText.of(words.text(), name, id);
    if (last.filter(one -> one.text().equals(text)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Skill(
            id,
            library.nextRevision(id),
            words.scope(),
            name,
            words.description(),
            text,
            words.situations(),
            words.evidence(),
            words.trust(),
            SkillState.CANDIDATE,
            "",
            by,
            reason,
            at));
  }
}
