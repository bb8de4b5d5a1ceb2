package dev.hivemind.spi;

import java.util.Objects;

/**
 * One revision of a skill as a store sees it: keys and a document it does not look into. Immutable.
 *
 * @param workspace the partition it belongs to, never crossed
 * @param scope the scope's path
 * @param id the skill's id, unique within the workspace
 * @param revision 1 for the first, then one more each
 * @param document opaque text, at most about 1 MB; empty in a row that {@link SkillStore#erase}
 *     left behind
 */
public record SkillRow(String workspace, String scope, String id, int revision, String document) {
  /** Validates. */
  public SkillRow {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(document, "document");
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1: " + revision);
    }
  }

  /** Returns whether this row was erased: its keys remain, its document is gone. */
  public boolean erased() {
    return document.isEmpty();
  }
}
