package dev.hivemind.springai;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.core.Ordered;
import reactor.core.publisher.Flux;

/**
 * The innermost advisor: puts what was learned behind the person's words, in every round of the
 * tool loop, further in than any memory that would keep it.
 */
record RemindingAdvisor() implements CallAdvisor, StreamAdvisor {

  @Override
  public String getName() {
    return "hivemind-reminding";
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1; // the model itself comes last
  }

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    return chain.nextCall(reminded(request));
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    return chain.nextStream(reminded(request));
  }

  private static ChatClientRequest reminded(ChatClientRequest request) {
    try {
      String reminder =
          OpenTurn.in(request).map(one -> one.turn().reminder(tools(request))).orElse("");
      return reminder.isEmpty() || request.prompt().getUserMessages().isEmpty()
          ? request
          : request.mutate().prompt(with(request.prompt(), reminder)).build();
    } catch (RuntimeException e) {
      HivemindSpringAi.LOG.log(Level.WARNING, "a request goes out as it is", e);
      return request;
    }
  }

  private static Set<String> tools(ChatClientRequest request) {
    return Tools.of(request).stream()
        .map(one -> one.getToolDefinition().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Prompt with(Prompt prompt, String reminder) {
    return prompt.augmentUserMessage(
        message -> message.mutate().text(message.getText() + "\n\n" + reminder).build());
  }
}
