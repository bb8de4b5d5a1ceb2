package dev.hivemind.springai;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/** The tools a request offers to the model. */
final class Tools {
  private Tools() {}

  static List<ToolCallback> of(ChatClientRequest request) {
    return request.prompt().getOptions() instanceof ToolCallingChatOptions options
        ? Objects.requireNonNullElse(options.getToolCallbacks(), List.of())
        : List.of();
  }

  static ChatClientRequest with(ChatClientRequest request, UnaryOperator<ToolCallback> decorated) {
    List<ToolCallback> tools = of(request).stream().map(decorated).toList();
    if (tools.isEmpty()
        || !(request.prompt().getOptions() instanceof ToolCallingChatOptions options)) {
      return request;
    }
    ToolCallingChatOptions more = options.mutate().toolCallbacks(tools).build();
    return request.mutate().prompt(request.prompt().mutate().chatOptions(more).build()).build();
  }
}
