package dev.hivemind.examples.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hivemind.ToolStatus;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How a tool call ended.
 *
 * @param status as far as the transcript says
 * @param text the output; empty for a refusal, whose text the machinery writes
 * @param refused whether a person refused the call
 * @param reason what that person gave as the reason, or empty
 */
record Outcome(ToolStatus status, String text, boolean refused, String reason) {
  private static final List<String> REFUSALS =
      List.of(
          "The user doesn't want to proceed with this tool use.",
          "The user doesn't want to take this action right now.");

  private static final String REASON = "the user said:\n";

  /** What the machinery gives as the reason when a person would rather talk than answer. */
  private static final String CLARIFY = "The user wants to clarify these questions.";

  private static final List<String> DENIALS =
      List.of(
          "Permission to use ", "Claude requested permissions ", "This command requires approval");

  private static final List<String> CANCELLATIONS =
      List.of(
          "Sibling tool call errored",
          "Cancelled: parallel tool call",
          "[Request interrupted by user",
          "Interrupted by user");

  /**
   * Returns the outcome in a result.
   *
   * @param block the block {@code tool_result}
   * @param details what the line says beside it, {@code toolUseResult}
   */
  static Outcome of(JsonNode block, JsonNode details) {
    String text = MachineText.output(text(block.path("content")));
    boolean failed = block.path("is_error").asBoolean();
    if (failed && begins(text, REFUSALS)) {
      return new Outcome(ToolStatus.REJECTED, "", true, reason(text));
    }
    return new Outcome(status(text, failed, details), text, false, "");
  }

  private static ToolStatus status(String text, boolean failed, JsonNode details) {
    if (failed && begins(text, DENIALS)) {
      return ToolStatus.REJECTED;
    }
    if ((failed && begins(text, CANCELLATIONS)) || details.path("interrupted").asBoolean()) {
      return ToolStatus.CANCELLED;
    }
    if (failed) {
      return ToolStatus.ERROR;
    }
    return details.has("backgroundTaskId")
            || details.path("status").asText().equals("async_launched")
        ? ToolStatus.PENDING
        : ToolStatus.OK;
  }

  private static String reason(String text) {
    int said = text.indexOf(REASON);
    String reason = said < 0 ? "" : MachineText.spoken(text.substring(said + REASON.length()));
    return reason.startsWith(CLARIFY) ? "" : reason;
  }

  private static boolean begins(String text, List<String> openings) {
    return openings.stream().anyMatch(text::startsWith);
  }

  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText();
    }
    return StreamSupport.stream(content.spliterator(), false)
        .map(part -> part.path("text").asText())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
