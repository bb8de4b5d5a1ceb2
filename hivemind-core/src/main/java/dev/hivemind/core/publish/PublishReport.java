package dev.hivemind.core.publish;

import java.nio.file.Path;
import java.util.List;

/**
 * What one publication did. Immutable.
 *
 * @param written files that were created or replaced, by path
 * @param removed files that were removed, by path
 * @param unchanged how many files were in step already
 * @param problems what could not be done and why, without content; empty if the root is in step
 */
public record PublishReport(
    List<Path> written, List<Path> removed, int unchanged, List<String> problems) {
  /** Copies. */
  public PublishReport {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    problems = List.copyOf(problems);
  }
}
