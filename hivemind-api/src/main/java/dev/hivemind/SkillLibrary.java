package dev.hivemind;

import java.nio.file.Path;
import java.util.Collection;
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

  /**
   * Returns those of {@link #list()} whose name, description or text contains these words, upper
   * and lower case alike, by name.
   */
  List<Skill> list(String words);

  /**
   * Returns what is saved below this scope and not retired, by name. It is not visible here: its
   * own library, {@code hivemind.skills(skill.scope())}, governs it.
   */
  List<Skill> below();

  /**
   * Returns what waits for a person, here and above, by situation: what is most often seen first.
   * Each skill holds its evidence, and {@link #events} what that stands on.
   */
  List<Candidates> candidates();

  /**
   * Returns the events a piece of evidence of a visible skill stands on, in order, as far as they
   * are still stored and happened in the evidence's scope; secrets masked. Reads the workspace's
   * log.
   */
  List<AgentEvent> events(Evidence evidence);

  /**
   * Returns how many of the events a piece of evidence of a visible skill stands on are stored no
   * more: older than the retention, forgotten, or unreadable. 0 if all can be looked at; more, and
   * the evidence itself is all that is left to judge by. Reads the workspace's log.
   */
  default int expired(Evidence evidence) {
    Check.notNull("evidence", evidence);
    return (int) evidence.events().stream().distinct().count() - events(evidence).size();
  }

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
   * Returns how the text of one revision of a skill became that of another, in the unified format;
   * empty if they say the same.
   *
   * @throws IllegalArgumentException if the skill or a revision is unknown
   */
  String diff(String name, int from, int to);

  /**
   * Makes a candidate or a suspended skill active, whatever was suspicious about it. Its trust
   * stays the lowest among its sources. Returns the new revision.
   */
  Skill approve(String name, Author by);

  /**
   * Approves many. Names and rights are checked before the first is approved. Returns the new
   * revisions in the order of the names.
   */
  List<Skill> approve(Collection<String> names, Author by);

  /**
   * Retires a skill because a person said no. The same evidence never brings it back. Returns the
   * new revision.
   */
  Skill reject(String name, Author by, String reason);

  /**
   * Retires a skill that nobody needs any more. Unlike after {@link #reject}, new evidence may
   * teach the same lesson anew. Returns the new revision.
   */
  Skill retire(String name, Author by, String reason);

  /**
   * Saves a skill one scope above where it is: everybody there and below sees it from now on, with
   * the trust it has. Returns the new revision.
   *
   * @throws IllegalArgumentException if it is saved at the workspace already, or the person may not
   *     govern the scope above
   */
  Skill promote(String name, Author by);

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

  /**
   * Returns what today's rules, or the model or codifier that was given, would write from the
   * evidence of the active skills and candidates saved in this scope, where that differs from what
   * they say; changes nothing. Pinned skills are left out, and those of whose evidence nothing
   * would be made. A later version of this library never rewrites a skill by itself.
   */
  List<Rewording> rewordings();

  /**
   * Gives a skill other words, in the state it has and unpinned. Returns the new revision.
   *
   * @throws StaleRevisionException if the skill has changed since
   */
  Skill reword(Rewording rewording, Author by);

  /**
   * Writes what is saved here and below, and not retired, into a folder that version control can
   * hold: for each skill its exact {@code skills/<scope>/<name>/SKILL.md}, and beside that tree, in
   * {@code evidence}, what it stands on. Whom to trust is not in it, nor who decided what: that is
   * {@link Hivemind#export}'s. Equal libraries give equal bytes. Writing again brings the folder in
   * step, whatever was done to what an earlier export wrote; files that no export wrote stay.
   *
   * @return what was written, by name
   * @throws HivemindException if the folder has a {@code skills} or {@code evidence}, or in them a
   *     file in the place of one of these, that no export wrote, if a link leads out of it, or if
   *     it cannot be written
   */
  List<Skill> exportTo(Path folder);

  /**
   * Takes in every {@code SKILL.md} of a folder, whoever wrote it, as a candidate of trust IMPORT.
   * What was saved in this scope or below is saved where it was; anything else here, with the names
   * of its scope behind the workspace added, so that nobody sees more than before. Names and ids
   * that are taken are replaced; a text the library knows is passed over; what is no skill, or lies
   * beside evidence that cannot be read, is passed over and told in {@link Hivemind#status()}.
   * Links are not followed.
   *
   * @return the new candidates, by name
   * @throws HivemindException if the folder cannot be read
   */
  List<Skill> importFrom(Path folder, Author by);

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
