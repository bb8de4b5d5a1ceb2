package dev.hivemind.core.skillfile;

/**
 * A text that cannot be read as a SKILL.md. The message says what is wrong and on which line, and
 * holds no content of the file.
 */
public final class SkillFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SkillFileException(int line, String problem) {
    super("line " + line + ": " + problem);
  }
}
