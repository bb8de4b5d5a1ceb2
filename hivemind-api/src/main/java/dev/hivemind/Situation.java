package dev.hivemind;

/**
 * The circumstances of an act: what a skill is triggered by. Immutable.
 *
 * @param tool the tool called, or empty for an answer
 * @param toolVersion the version of the tool then, or empty
 * @param masked the arguments or the prompt with paths, ids, hashes, numbers and quoted literals
 *     turned into slots: the identity
 * @param error the masked signature of the error that was seen, or empty
 * @param task the person's words the agent was working on, secrets masked: for ranking
 * @param example the arguments as they were, secrets masked: for ranking
 */
public record Situation(
    String tool, String toolVersion, String masked, String error, String task, String example) {
  /** Validates. */
  public Situation {
    Check.notNull("tool", tool);
    Check.notNull("tool version", toolVersion);
    Check.notNull("masked", masked);
    Check.notNull("error", error);
    Check.notNull("task", task);
    Check.notNull("example", example);
  }

  /** Returns what two incidents of the same situation have in common. */
  public String key() {
    return String.join("|", part(tool), part(masked), part(error));
  }

  // Without it a bar in a tool's name would make two situations look like one.
  private static String part(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|");
  }
}
