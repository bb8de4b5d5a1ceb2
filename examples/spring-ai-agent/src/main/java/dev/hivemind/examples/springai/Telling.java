package dev.hivemind.examples.springai;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;

/**
 * Prints what the model calls, and what it gets for it.
 *
 * @param out where to
 */
record Telling(PrintStream out) implements CallAdvisor {
  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    if (request.prompt().getLastUserOrToolResponseMessage() instanceof ToolResponseMessage tools) {
      tools.getResponses().forEach(one -> got(one.responseData()));
    }
    ChatClientResponse response = chain.nextCall(request);
    calls(response.chatResponse())
        .forEach(call -> out.println("agent: calls " + call.name() + " " + call.arguments()));
    return response;
  }

  private void got(String output) {
    boolean held = output.startsWith("<hivemind-lessons");
    out.println((held ? " HELD: " : " tool: ") + output.replace("\n", "\n     | "));
  }

  private static List<AssistantMessage.ToolCall> calls(@Nullable ChatResponse response) {
    return response == null || response.getResult() == null
        ? List.of()
        : response.getResult().getOutput().getToolCalls();
  }

  @Override
  public String getName() {
    return "telling";
  }

  @Override
  public int getOrder() {
    return 0; // inside the loop that runs the tools
  }
}
