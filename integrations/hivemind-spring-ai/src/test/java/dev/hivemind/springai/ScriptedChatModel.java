package dev.hivemind.springai;

import dev.hivemind.testkit.ScriptedModel;
import dev.hivemind.testkit.ScriptedModel.Reply;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** A scripted model in Spring AI's interface. */
record ScriptedChatModel(ScriptedModel script) implements ChatModel {
  @Override
  public ChatResponse call(Prompt prompt) {
    Reply reply =
        script.reply(prompt.getInstructions().stream().map(ScriptedChatModel::shown).toList());
    List<AssistantMessage.ToolCall> calls =
        reply.calls().stream()
            .map(
                call ->
                    new AssistantMessage.ToolCall(
                        call.id(), "function", call.tool(), call.arguments()))
            .toList();
    AssistantMessage message =
        AssistantMessage.builder().content(reply.text()).toolCalls(calls).build();
    return new ChatResponse(List.of(new Generation(message)));
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return Flux.defer(() -> Flux.just(call(prompt)));
  }

  private static ScriptedModel.Message shown(Message message) {
    String text =
        message instanceof ToolResponseMessage tools
            ? tools.getResponses().stream()
                .map(ToolResponseMessage.ToolResponse::responseData)
                .collect(Collectors.joining("\n"))
            : message.getText();
    return new ScriptedModel.Message(
        message.getMessageType().getValue(), Objects.requireNonNullElse(text, ""));
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().build();
  }
}
