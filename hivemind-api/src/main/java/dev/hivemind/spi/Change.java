package dev.hivemind.spi;

import java.util.Objects;

/**
 * A row and the version at which it entered the store. Immutable.
 *
 * @param version positive, strictly ascending within a workspace
 * @param row what was saved
 */
public record Change(long version, SkillRow row) {
  /** Validates. */
  public Change {
    Objects.requireNonNull(row, "row");
  }
}
