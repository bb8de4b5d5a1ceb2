package dev.hivemind;

import java.nio.file.Path;

/**
 * What {@link Hivemind#backup} or {@link Hivemind#export} wrote, counted in the file itself.
 * Immutable.
 *
 * @param file the file, whole and durable
 * @param bytes its length
 * @param events how many events it holds, those included that say what recall showed
 * @param revisions how many revisions of skills it holds, over all skills
 */
public record CopyReport(Path file, long bytes, long events, long revisions) {
  /** Validates. */
  public CopyReport {
    Check.notNull("file", file);
  }
}
