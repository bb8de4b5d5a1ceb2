package dev.hivemind.core.publish;

import java.nio.file.Path;

/** What somebody did to the files of a root since they were last published. Immutable. */
public sealed interface FileDecision {
  /**
   * A skill's text is none that the library knows.
   *
   * @param id the skill
   * @param base the revision that was written there before, or 0 if nobody remembers
   * @param path its file
   * @param text what stands there now, with LF as line end
   */
  record Edited(String id, int base, Path path, String text) implements FileDecision {}

  /**
   * The directory of a skill got another name, and one that a skill may have; its text is known.
   *
   * @param id the skill
   * @param name the directory's name
   */
  record Renamed(String id, String name) implements FileDecision {}

  /**
   * The text of an older revision was put back, or the file of a skill that is not active.
   *
   * @param id the skill
   * @param revision the newest revision that has this text
   */
  record Selected(String id, int revision) implements FileDecision {}

  /**
   * A skill's file is gone, and few others are.
   *
   * @param id the skill
   */
  record Deleted(String id) implements FileDecision {}

  /**
   * A file with an id that only another installation knows.
   *
   * @param path the file
   * @param id the id it carries
   * @param text what stands there, with LF as line end
   */
  record Arrived(Path path, String id, String text) implements FileDecision {}

  /**
   * A file that cannot be read, or looks half written.
   *
   * @param path the file
   * @param message why, without content
   */
  record Unreadable(Path path, String message) implements FileDecision {}

  /**
   * A file that is not ours: without an id, a copy of one of ours, a skill of another scope, or one
   * that arrived and was never active.
   *
   * @param path the file
   */
  record Foreign(Path path) implements FileDecision {}
}
