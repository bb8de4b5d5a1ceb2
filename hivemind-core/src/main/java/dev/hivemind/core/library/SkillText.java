package dev.hivemind.core.library;

/** The body of a {@code SKILL.md}: what stands after the front matter. */
public final class SkillText {
  private static final String RULE = "---";

  private SkillText() {}

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
