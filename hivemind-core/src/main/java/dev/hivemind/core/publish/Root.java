package dev.hivemind.core.publish;

import dev.hivemind.Scope;
import dev.hivemind.Skill;
import java.nio.file.Path;

/**
 * A directory of published skills, bound to one scope.
 *
 * @param directory where; created when there is something to publish
 * @param scope the scope it is bound to
 * @param holds which skills are published there
 */
public record Root(Path directory, Scope scope, Holds holds) {
  /** Which skills a root holds. */
  public enum Holds {
    /** Those saved at exactly the root's scope: a root of a home. */
    SAVED_THERE,
    /** Those visible at the root's scope, saved there or above: a root a host gave. */
    VISIBLE_THERE
  }

  /** Returns the root a home has for the skills saved at a scope. */
  public static Root of(Path home, Scope scope) {
    return new Root(home.resolve("skills").resolve(directoryName(scope)), scope, Holds.SAVED_THERE);
  }

  /**
   * Returns the scope as the name of one directory: its names joined with {@code ~}, in lower case
   * and possible on every file system. Two scopes never share a directory, even where case does not
   * matter: a name that had to change ends in {@code =} and a hash, and no scope has a {@code =}.
   */
  public static String directoryName(Scope scope) {
    return ScopeDirectory.name(scope);
  }

  /** Returns whether a skill belongs here, whatever its state. */
  public boolean admits(Skill skill) {
    return holds == Holds.SAVED_THERE ? skill.scope().equals(scope) : skill.scope().contains(scope);
  }
}
