package dev.hivemind.examples.springai;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;

/**
 * A model of a few rules: it refunds to a voucher unless the person's own words speak of a card. It
 * does not read what was learned, until a call is held and the lesson stands where a result should.
 */
final class StubbornModel implements ChatModel {
  private static final Pattern ORDER = Pattern.compile("[Oo]rder (\\d+)");
  private static final String LESSON = "<hivemind-lessons";

  @Override
  public ChatResponse call(Prompt prompt) {
    List<Message> messages = prompt.getInstructions();
    Message latest = messages.get(messages.size() - 1);
    return new ChatResponse(List.of(new Generation(answer(messages, latest))));
  }

  private static AssistantMessage answer(List<Message> messages, Message latest) {
    if (latest instanceof ToolResponseMessage result) {
      String output = result.getResponses().get(0).responseData();
      return output.startsWith(LESSON)
          ? refund(order(messages), "card")
          : new AssistantMessage("Done: " + output.replace("\"", "") + ".");
    }
    return refund(order(messages), words(latest).contains("card") ? "card" : "voucher");
  }

  private static AssistantMessage refund(String order, String method) {
    String arguments = "{\"order\":" + order + ",\"method\":\"" + method + "\"}";
    return AssistantMessage.builder()
        .toolCalls(List.of(new AssistantMessage.ToolCall("call", "function", "refund", arguments)))
        .build();
  }

  private static String order(List<Message> messages) {
    String order = "0";
    for (Message message : messages) {
      Matcher matcher = ORDER.matcher(words(message));
      order = matcher.find() ? matcher.group(1) : order;
    }
    return order;
  }

  private static String words(Message message) {
    String text =
        message instanceof UserMessage ? Objects.requireNonNullElse(message.getText(), "") : "";
    int lesson = text.indexOf(LESSON);
    return lesson < 0 ? text : text.substring(0, lesson);
  }

  @Override
  public ChatOptions getOptions() {
    return ToolCallingChatOptions.builder().build();
  }
}
