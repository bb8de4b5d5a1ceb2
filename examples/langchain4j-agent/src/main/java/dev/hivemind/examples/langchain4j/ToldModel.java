package dev.hivemind.examples.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.PrintStream;

/**
 * A model whose calls, and what it gets for them, are printed.
 *
 * @param model the model
 * @param out where to
 */
record ToldModel(ChatModel model, PrintStream out) implements ChatModel {
  @Override
  public ChatResponse chat(ChatRequest request) {
    ChatMessage latest = request.messages().get(request.messages().size() - 1);
    if (latest instanceof ToolExecutionResultMessage result) {
      boolean held = result.text().startsWith("<hivemind-lessons");
      out.println((held ? " HELD: " : " tool: ") + result.text().replace("\n", "\n     | "));
    }
    ChatResponse response = model.chat(request);
    response
        .aiMessage()
        .toolExecutionRequests()
        .forEach(call -> out.println("agent: calls " + call.name() + " " + call.arguments()));
    return response;
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return model.defaultRequestParameters();
  }
}
