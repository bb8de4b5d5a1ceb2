package dev.hivemind.springai;

import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.core.Ordered;
import reactor.core.publisher.Flux;

/**
 * The outermost advisor: hears a person's words before anybody adds to them, gives the client's
 * tools ears, and hears the answer.
 *
 * @param turns begins turns
 */
record ListeningAdvisor(Turns turns) implements CallAdvisor, StreamAdvisor {

  @Override
  public String getName() {
    return "hivemind-listening";
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
    Optional<OpenTurn> turn = begin(request);
    try {
      ChatClientResponse response =
          chain.nextCall(turn.map(one -> listened(request, one)).orElse(request));
      turn.ifPresent(one -> one.turn().answered(text(response)));
      return response;
    } finally {
      turn.ifPresent(one -> one.turn().close());
    }
  }

  @Override
  public Flux<ChatClientResponse> adviseStream(
      ChatClientRequest request, StreamAdvisorChain chain) {
    return Flux.defer(
        () -> {
          Optional<OpenTurn> turn = begin(request);
          return turn.isEmpty()
              ? chain.nextStream(request)
              : heard(chain, listened(request, turn.get()), turn.get());
        });
  }

  private static Flux<ChatClientResponse> heard(
      StreamAdvisorChain chain, ChatClientRequest request, OpenTurn turn) {
    StringBuilder answer = new StringBuilder(); // parts come one after the other
    return Flux.defer(() -> chain.nextStream(request)) // what it throws ends the turn, too
        .doOnNext(part -> answer.append(text(part)))
        .doOnComplete(() -> turn.turn().answered(answer.toString()))
        .doOnTerminate(() -> turn.turn().close())
        .doOnCancel(() -> turn.turn().close());
  }

  private Optional<OpenTurn> begin(ChatClientRequest request) {
    try {
      Set<String> direct =
          Tools.of(request).stream()
              .filter(one -> one.getToolMetadata().returnDirect())
              .map(one -> one.getToolDefinition().name())
              .collect(Collectors.toSet());
      return Optional.of(turns.begin(request, direct));
    } catch (RuntimeException e) {
      HivemindSpringAi.LOG.log(Level.WARNING, "a turn goes on without memory", e);
      return Optional.empty();
    }
  }

  private static ChatClientRequest listened(ChatClientRequest request, OpenTurn turn) {
    try {
      return Tools.with(
          turn.put(request).build(), tool -> (ToolCallback) new LearningTool(tool, turn));
    } catch (RuntimeException e) {
      HivemindSpringAi.LOG.log(Level.WARNING, "tools are not listened to", e);
      return request;
    }
  }

  private static String text(@Nullable ChatClientResponse response) {
    ChatResponse chat = response == null ? null : response.chatResponse();
    return chat == null || chat.getResult() == null
        ? ""
        : Objects.requireNonNullElse(chat.getResult().getOutput().getText(), "");
  }
}
