package dev.hivemind.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Puts what was learned behind the person's words, in every request of a turn and in none of the
 * chat memory, after what the host does to the request.
 *
 * @param host the host's own transformer
 * @param turns the turns that go on
 */
record Reminder(BiFunction<ChatRequest, Object, ChatRequest> host, Turns turns)
    implements BiFunction<ChatRequest, Object, ChatRequest> {

  static Reminder after(BiFunction<ChatRequest, Object, ChatRequest> host, Turns turns) {
    return host instanceof Reminder known ? known : new Reminder(host, turns);
  }

  @Override
  public ChatRequest apply(ChatRequest request, Object memory) {
    ChatRequest hosts = host.apply(request, memory);
    try {
      return reminded(hosts, memory);
    } catch (RuntimeException e) {
      HivemindLangChain4j.LOG.log(Level.WARNING, "a request goes out as it is", e);
      return hosts;
    }
  }

  private ChatRequest reminded(ChatRequest request, Object memory) {
    List<ChatMessage> messages = new ArrayList<>(request.messages());
    for (int i = messages.size() - 1; i >= 0; i--) {
      if (messages.get(i) instanceof UserMessage latest) {
        String reminder =
            turns.asking(memory, latest).map(one -> one.turn().reminder(tools(request))).orElse("");
        messages.set(i, with(latest, reminder));
        return reminder.isEmpty() ? request : request.toBuilder().messages(messages).build();
      }
    }
    return request;
  }

  private static Set<String> tools(ChatRequest request) {
    return request.toolSpecifications().stream()
        .map(ToolSpecification::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  // Many providers take one text only.
  private static UserMessage with(UserMessage message, String reminder) {
    if (reminder.isEmpty()) {
      return message;
    }
    List<Content> contents =
        message.hasSingleText()
            ? List.of(TextContent.from(message.singleText() + "\n\n" + reminder))
            : new ArrayList<>(message.contents());
    if (!message.hasSingleText()) {
      contents.add(TextContent.from(reminder));
    }
    return message.toBuilder().contents(contents).build();
  }
}
