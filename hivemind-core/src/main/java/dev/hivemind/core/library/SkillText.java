package dev.hivemind.core.library;

import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.SkillFileException;
import java.util.Map;
import java.util.Optional;

/** What a {@code SKILL.md} says, and whose it is. */
public final class SkillText {
  private static final String RULE = "---";

  static final String ID = "hivemind-id";

  private SkillText() {}

  /**
   * Returns the text under a skill's name and with its id, everything else in it as it was.
   *
   * @throws IllegalArgumentException if it is not a {@code SKILL.md} with a description and a body
   */
  public static String of(String text, String name, String id) {
    SkillFile file = parse(text);
    boolean carries = file.name().equals(name) && file.metadata().getOrDefault(ID, "").equals(id);
    if (carries) {
      return text;
    }
    boolean ours = file.metadata().getOrDefault(ID, "").equals(id);
    try {
      Optional<String> renamed = ours ? SkillFile.renamed(text, name) : Optional.empty();
      if (renamed.isPresent()) {
        return renamed.get();
      }
      return SkillFile.rewrite(text, name, file.description(), file.body(), Map.of(ID, id));
    } catch (SkillFileException e) {
      throw unreadable(e);
    }
  }

  /**
   * Returns what a text says.
   *
   * @throws IllegalArgumentException if it is not a {@code SKILL.md} with a description and a body
   */
  static SkillFile parse(String text) {
    try {
      SkillFile file = SkillFile.parse(text);
      if (file.description().isBlank() || file.body().isBlank()) {
        throw new IllegalArgumentException(
            "a SKILL.md needs a description in its front matter and a body after it");
      }
      return file;
    } catch (SkillFileException e) {
      throw unreadable(e);
    }
  }

  // The message says it all; the cause is of a type that nobody outside knows.
  private static IllegalArgumentException unreadable(SkillFileException e) {
    return new IllegalArgumentException("the text is not a SKILL.md: " + e.getMessage());
  }

  /** Returns the text after the front matter, stripped; the whole text if there is none. */
  public static String body(String text) {
    String clean = text.replace("\r\n", "\n").strip();
    if (!clean.startsWith(RULE + "\n")) {
      return clean;
    }
    int end = clean.indexOf("\n" + RULE + "\n", RULE.length());
    return end < 0 ? clean : clean.substring(end + RULE.length() + 2).strip();
  }
}
