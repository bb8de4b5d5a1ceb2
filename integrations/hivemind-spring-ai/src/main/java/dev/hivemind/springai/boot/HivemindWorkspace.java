package dev.hivemind.springai.boot;

import dev.hivemind.Hivemind;
import dev.hivemind.Scope;

/**
 * The workspace of an application.
 *
 * @param scope its scope
 * @param problem why there is none, or empty
 */
record HivemindWorkspace(Scope scope, String problem) {
  private static final Scope NOWHERE = Scope.of("none");
  private static final String UNSET =
      "no workspace: set hivemind.workspace or the environment variable HIVEMIND_WORKSPACE_ID";

  /** Returns none where there is no workspace: two applications without one must not share one. */
  Hivemind orNone(Hivemind hivemind) {
    return problem.isEmpty() ? hivemind : Hivemind.noop();
  }

  static HivemindWorkspace of(String path) {
    try {
      return path.isBlank()
          ? new HivemindWorkspace(NOWHERE, UNSET)
          : new HivemindWorkspace(Scope.of(path), "");
    } catch (IllegalArgumentException e) {
      return new HivemindWorkspace(NOWHERE, String.valueOf(e.getMessage()));
    }
  }
}
