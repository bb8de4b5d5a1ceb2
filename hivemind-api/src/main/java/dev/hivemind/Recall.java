package dev.hivemind;

import java.util.List;
import java.util.Set;

/**
 * What was recalled for a context. Immutable.
 *
 * @param id names this recall for {@link Hivemind#explain}; empty if nothing was looked up
 * @param advice what to do
 * @param skills the skills behind the advice, best first; in mode SHADOW those that would have been
 *     shown
 * @param flags what kept this recall from being complete; empty as a rule
 */
public record Recall(String id, Advice advice, List<Shown> skills, Set<Flag> flags) {
  private static final Recall NONE = new Recall("", new Advice.Proceed(), List.of(), Set.of());

  /** Validates and copies. */
  public Recall {
    Check.notNull("skills", skills);
    Check.notNull("flags", flags);
    Check.notNull("id", id);
    Check.notNull("advice", advice);
    skills = List.copyOf(skills);
    flags = Set.copyOf(flags);
  }

  /** Returns the recall that says nothing. */
  public static Recall none() {
    return NONE;
  }

  /** Returns the advice's text: what to give to the model, or empty. */
  public String text() {
    return advice.text();
  }

  /**
   * A skill that was shown.
   *
   * @param skill its id
   * @param revision the revision that was shown
   * @param name its name
   * @param confidence calibrated, 0 to 1: how sure recall is that the skill is about this situation
   */
  public record Shown(String skill, int revision, String name, double confidence) {
    /** Validates. */
    public Shown {
      Check.notNull("skill", skill);
      Check.notNull("name", name);
    }
  }

  /** Why a recall may be less than it could be. */
  public enum Flag {
    /** The answer came after the deadline; it is whole all the same. */
    DEADLINE,
    /** The embedding model was late or failed; words alone answered. */
    WORDS_ALONE,
    /** The workspace is stored and its library was not loaded yet; nothing is shown. */
    LOADING,
    /** Something failed inside; nothing is shown and the failure is counted. */
    FAILED
  }
}
