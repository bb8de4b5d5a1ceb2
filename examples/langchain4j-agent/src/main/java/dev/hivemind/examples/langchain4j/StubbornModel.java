package dev.hivemind.examples.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of a few rules: it refunds to a voucher unless the person's own words speak of a card. It
 * does not read what was learned, until a call is held and the lesson stands where a result should.
 */
final class StubbornModel implements ChatModel {
  private static final Pattern ORDER = Pattern.compile("[Oo]rder (\\d+)");
  private static final String LESSON = "<hivemind-lessons";

  @Override
  public ChatResponse doChat(ChatRequest request) {
    List<ChatMessage> messages = request.messages();
    ChatMessage latest = messages.get(messages.size() - 1);
    return ChatResponse.builder().aiMessage(answer(messages, latest)).build();
  }

  private static AiMessage answer(List<ChatMessage> messages, ChatMessage latest) {
    if (latest instanceof ToolExecutionResultMessage result) {
      return result.text().startsWith(LESSON)
          ? refund(order(messages), "card")
          : AiMessage.from("Done: " + result.text() + ".");
    }
    String words = words(latest);
    return refund(order(messages), words.contains("card") ? "card" : "voucher");
  }

  private static AiMessage refund(String order, String method) {
    return AiMessage.from(
        ToolExecutionRequest.builder()
            .id("call")
            .name("refund")
            .arguments("{\"order\":" + order + ",\"method\":\"" + method + "\"}")
            .build());
  }

  private static String order(List<ChatMessage> messages) {
    String order = "0";
    for (ChatMessage message : messages) {
      Matcher matcher = ORDER.matcher(words(message));
      order = matcher.find() ? matcher.group(1) : order;
    }
    return order;
  }

  private static String words(ChatMessage message) {
    String text = message instanceof UserMessage user ? user.singleText() : "";
    int lesson = text.indexOf(LESSON);
    return lesson < 0 ? text : text.substring(0, lesson);
  }
}
