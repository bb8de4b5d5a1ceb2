package dev.hivemind.testkit;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Response;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** Events in one line each, with calls numbered as they came: what two adapters have in common. */
final class Told {
  private Told() {}

  static List<String> of(List<AgentEvent> events) {
    List<String> ids = new ArrayList<>();
    return events.stream().map(event -> line(event, ids)).toList();
  }

  private static String line(AgentEvent event, List<String> ids) {
    if (event instanceof Prompt prompt) {
      return "prompt: " + prompt.text();
    }
    if (event instanceof ToolCall call) {
      ids.add(call.call());
      return "c%d calls %s %s".formatted(ids.size(), call.tool(), call.arguments());
    }
    if (event instanceof ToolResult result) {
      return "c%d %s: %s"
          .formatted(ids.indexOf(result.call()) + 1, result.status(), result.output());
    }
    return event instanceof Response answer
        ? "answer: " + answer.text()
        : event.getClass().getSimpleName();
  }
}
