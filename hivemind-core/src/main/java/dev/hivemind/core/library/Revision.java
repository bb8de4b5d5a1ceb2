package dev.hivemind.core.library;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.time.Instant;
import java.util.List;

/** A skill's next revision in the making: what is not set stays as it was. One use each. */
public final class Revision {
  private final Skill skill;
  private Scope scope;
  private String name;
  private String description;
  private String text;
  private List<Situation> situations;
  private List<Evidence> evidence;
  private Role trust;
  private SkillState state;
  private String pinnedBy;

  private Revision(Skill skill) {
    this.skill = skill;
    this.scope = skill.scope();
    this.name = skill.name();
    this.description = skill.description();
    this.text = skill.text();
    this.situations = skill.situations();
    this.evidence = skill.evidence();
    this.trust = skill.trust();
    this.state = skill.state();
    this.pinnedBy = skill.pinnedBy();
  }

  /** Begins the revision after this one. */
  public static Revision after(Skill newest) {
    return new Revision(newest);
  }

  /** Sets where it is visible. */
  public Revision movedTo(Scope newScope) {
    this.scope = newScope;
    return this;
  }

  /** Sets the name, and puts it into the text. */
  public Revision named(String newName) {
    this.name = newName;
    this.text = SkillText.of(text, newName, skill.id());
    return this;
  }

  /** Sets the words. */
  public Revision words(String newDescription, String newText) {
    this.description = newDescription;
    this.text = newText;
    return this;
  }

  /** Sets the words of another revision, and its name if no other skill has that now. */
  public Revision wordsOf(Skill other, Library library) {
    this.description = other.description();
    this.text = other.text();
    String free = library.free(other.name(), skill.id());
    return named(free.equals(other.name()) ? free : name);
  }

  /** Sets what it stands on. */
  public Revision standingOn(List<Situation> newSituations, List<Evidence> newEvidence) {
    this.situations = newSituations;
    this.evidence = newEvidence;
    return this;
  }

  /** Sets the lowest role among its sources. */
  public Revision trust(Role newTrust) {
    this.trust = newTrust;
    return this;
  }

  /** Sets where it stands. */
  public Revision state(SkillState newState) {
    this.state = newState;
    return this;
  }

  /** Sets whose text is never overwritten; empty for nobody's. */
  public Revision pinnedBy(String person) {
    this.pinnedBy = person;
    return this;
  }

  /** Returns the revision, signed. */
  public Skill by(Author author, String reason, Instant at) {
    return new Skill(
        skill.id(),
        skill.revision() + 1,
        scope,
        name,
        description,
        text,
        situations,
        evidence,
        trust,
        state,
        pinnedBy,
        author,
        reason,
        at);
  }
}
