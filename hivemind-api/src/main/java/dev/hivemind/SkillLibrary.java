package dev.hivemind;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The skills of one scope, to look at and to govern. What it lists is visible in the scope: saved
 * there or above.
 *
 * <p>Every change is a new revision with who made it and why; none is lost, so each can be undone
 * with {@link #rollback}. A change is durable, recalled and published when the method returns.
 * Thread-safe. An owner or operator governs everything that is visible here; a customer what is
 * saved in a scope whose last name is his id. Methods that change throw {@link
 * IllegalArgumentException} for anybody else and for a name that is not in the library, {@link
 * StaleRevisionException} if somebody else was faster, {@link HivemindException} if the store
 * fails, and {@link IllegalStateException} after close.
 */
public interface SkillLibrary {
  /** Returns the scope. */
  Scope scope();

  /** Returns the newest revision of every skill that is not retired, by name. */
  List<Skill> list();

  /** Returns the newest revision of every skill in a state, by name. */
  List<Skill> list(SkillState state);

  /** Returns the newest revision of a skill by its name, retired or not. */
  Optional<Skill> find(String name);

  /** Returns every revision of a skill, oldest first; empty if the name is unknown. */
  List<Skill> history(String name);

  /**
   * Returns what came of showing and not showing a skill so far, as far as events were mined;
   * {@link TrackRecord#NONE} if the name is unknown. It outlives the events it was counted from and
   * is forgotten with the skill.
   */
  TrackRecord trackRecord(String name);

  /**
   * Makes a candidate or a suspended skill active, whatever was suspicious about it. Its trust
   * stays the lowest among its sources. Returns the new revision.
   */
  Skill approve(String name, Author by);

  /**
   * Retires a skill because a person said no. The same evidence never brings it back. Returns the
   * new revision.
   */
  Skill reject(String name, Author by, String reason);

  /**
   * Replaces the text of a skill and pins it: it is never overwritten. The text keeps the skill's
   * name and id, whatever it says itself. Returns the new revision.
   *
   * @throws IllegalArgumentException if the text is not a {@code SKILL.md} with a description and a
   *     body; the message names the problem
   */
  Skill edit(String name, String text, Author by);

  /** Pins the text of a skill as it is. Returns the new revision. */
  Skill pin(String name, Author by);

  /** Lets go of a pin: new evidence may change the text again. Returns the new revision. */
  Skill unpin(String name, Author by);

  /**
   * Brings back the words of an older revision as a new one, active and pinned. Returns the new
   * revision.
   */
  Skill rollback(String name, int revision, Author by);

  /** Brings a retired or suspended skill back. Returns the new revision. */
  Skill restore(String name, Author by);

  /**
   * Adds a skill a person wrote: the text of a {@code SKILL.md}, active and pinned in this scope. A
   * name that is taken gets a number. Returns its first revision.
   *
   * @throws IllegalArgumentException as {@link #edit} does
   */
  Skill add(String text, Author by);

  /** Returns the files under this scope's roots that are not ours: listed, never touched. */
  List<Path> foreign();

  /**
   * Takes a foreign file into the library as a pinned, active skill of this scope by this person.
   * Returns its first revision.
   *
   * @throws IllegalArgumentException if {@link #foreign} does not list it, or it is not a {@code
   *     SKILL.md}
   */
  Skill adopt(Path file, Author by);
}
