package dev.hivemind;

import java.time.Instant;
import java.util.List;

/**
 * One revision of a skill: a trigger (the situations that produced a mistake) and a procedure (the
 * corrected behaviour), as a {@code SKILL.md} that people can read and edit. Immutable; a change is
 * a new revision, so everything can be rolled back.
 *
 * @param id derived from its scope and the situation it began with: the same lesson learned twice
 *     is one skill
 * @param revision 1 for the first, then one more each
 * @param scope where it is visible, and below
 * @param name unique within the workspace; the directory it is published in
 * @param description the lesson and when it applies, one line
 * @param text the exact text of its {@code SKILL.md}
 * @param situations its triggers, oldest first
 * @param evidence what it stands on, oldest first; empty for one a person wrote
 * @param trust the lowest role among its sources
 * @param state where it stands
 * @param pinnedBy id of the person whose text is never overwritten, or empty
 * @param author who made this revision
 * @param reason why this revision was made
 * @param at when this revision was made
 */
public record Skill(
    String id,
    int revision,
    Scope scope,
    String name,
    String description,
    String text,
    List<Situation> situations,
    List<Evidence> evidence,
    Role trust,
    SkillState state,
    String pinnedBy,
    Author author,
    String reason,
    Instant at) {

  /** Validates and copies. */
  public Skill {
    Check.notNull("scope", scope);
    Check.notNull("description", description);
    Check.notNull("text", text);
    Check.notNull("situations", situations);
    Check.notNull("evidence", evidence);
    Check.notNull("trust", trust);
    Check.notNull("state", state);
    Check.notNull("pinned by", pinnedBy);
    Check.notNull("author", author);
    Check.notNull("reason", reason);
    Check.notNull("at", at);
    Check.id("skill id", id);
    Check.id("skill name", name);
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1: " + revision);
    }
    situations = List.copyOf(situations);
    evidence = List.copyOf(evidence);
  }

  /** Returns whether a person's text stands in it that is never overwritten. */
  public boolean pinned() {
    return !pinnedBy.isEmpty();
  }
}
