package dev.hivemind.langchain4j;

import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Message;
import dev.hivemind.testkit.ScriptedModel.Reply;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A scripted model in LangChain4j's two interfaces. */
record ScriptedChatModel(ScriptedModel script) implements ChatModel, StreamingChatModel {
  @Override
  public ChatResponse doChat(ChatRequest request) {
    return response(request);
  }

  @Override
  public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
    ChatResponse response;
    try {
      response = response(request);
    } catch (RuntimeException e) {
      handler.onError(e);
      return;
    }
    if (response.aiMessage().text() != null) {
      handler.onPartialResponse(response.aiMessage().text());
    }
    List<ToolExecutionRequest> calls = response.aiMessage().toolExecutionRequests();
    for (int i = 0; i < calls.size(); i++) {
      handler.onCompleteToolCall(new CompleteToolCall(i, calls.get(i)));
    }
    handler.onCompleteResponse(response);
  }

  private ChatResponse response(ChatRequest request) {
    Reply reply = script.reply(request.messages().stream().map(ScriptedChatModel::shown).toList());
    List<ToolExecutionRequest> calls =
        reply.calls().stream()
            .map(
                call ->
                    ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.tool())
                        .arguments(call.arguments())
                        .build())
            .toList();
    AiMessage message = calls.isEmpty() ? AiMessage.from(reply.text()) : AiMessage.from(calls);
    return ChatResponse.builder().aiMessage(message).build();
  }

  private static Message shown(ChatMessage message) {
    String role = message.type().name();
    if (message instanceof UserMessage user) {
      return new Message(role, Words.in(user));
    }
    if (message instanceof ToolExecutionResultMessage result) {
      return new Message(role, result.text());
    }
    if (message instanceof SystemMessage system) {
      return new Message(role, system.text());
    }
    String text = message instanceof AiMessage answer ? answer.text() : "";
    return new Message(role, Objects.requireNonNullElse(text, ""));
  }

  @Override
  public ChatRequestParameters defaultRequestParameters() {
    return ChatRequestParameters.builder().build();
  }

  @Override
  public List<ChatModelListener> listeners() {
    return List.of();
  }

  @Override
  public ModelProvider provider() {
    return ModelProvider.OTHER;
  }

  @Override
  public Set<Capability> supportedCapabilities() {
    return Set.of();
  }
}
