package dev.hivemind.springai;

import dev.hivemind.testkit.AgentHost;
import dev.hivemind.testkit.HostSetup;
import dev.hivemind.testkit.HostTool;
import java.time.Duration;
import java.util.Objects;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.api.AdvisorChain;
import org.springframework.ai.chat.client.advisor.api.BaseAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.core.Ordered;

/** A chat client like those of users, with memory, facts and retrieval. */
final class SpringAiHost implements AgentHost {
  private final ChatClient client;

  SpringAiHost(HostSetup setup) {
    HivemindSpringAi memory =
        HivemindSpringAi.of(setup.hivemind(), setup.scope())
            .sessions((session, request) -> session.by(setup.author()));
    client =
        ChatClient.builder(new ScriptedChatModel(setup.model()))
            .defaultAdvisors(
                MessageChatMemoryAdvisor.builder(MessageWindowChatMemory.builder().build()).build(),
                new Adding("facts", Ordered.HIGHEST_PRECEDENCE + 1, setup.facts()),
                new Adding("retrieved", 0, setup.retrieved()))
            .defaultAdvisors(memory.advisors())
            .defaultTools(setup.tools().stream().map(SpringAiHost::callback).toArray())
            .build();
  }

  private static ToolCallback callback(HostTool tool) {
    ToolDefinition definition =
        ToolDefinition.builder()
            .name(tool.name())
            .description("an order's " + tool.name())
            .inputSchema("{\"type\":\"object\",\"properties\":{\"order\":{\"type\":\"integer\"}}}")
            .build();
    return new ToolCallback() {
      @Override
      public ToolDefinition getToolDefinition() {
        return definition;
      }

      @Override
      public String call(String input) {
        try {
          return tool.run().apply(input);
        } catch (RuntimeException e) {
          throw new ToolExecutionException(definition, e);
        }
      }

      @Override
      public String call(String input, org.springframework.ai.chat.model.ToolContext context) {
        return call(input);
      }
    };
  }

  @Override
  public String say(String conversation, String words) {
    return Objects.requireNonNull(request(conversation, words).call().content());
  }

  @Override
  public String stream(String conversation, String words) {
    return String.join(
        "",
        Objects.requireNonNull(
            request(conversation, words).stream()
                .content()
                .collectList()
                .block(Duration.ofSeconds(20))));
  }

  private ChatClient.ChatClientRequestSpec request(String conversation, String words) {
    return client
        .prompt()
        .user(words)
        .advisors(one -> one.param(ChatMemory.CONVERSATION_ID, conversation));
  }

  /** Adds a text behind the person's words, once. */
  private record Adding(String name, int order, String text) implements BaseAdvisor {
    @Override
    public ChatClientRequest before(ChatClientRequest request, AdvisorChain chain) {
      return text.isEmpty() || request.prompt().getContents().contains(text)
          ? request
          : request
              .mutate()
              .prompt(
                  request
                      .prompt()
                      .augmentUserMessage(
                          one -> one.mutate().text(text + "\n" + one.getText()).build()))
              .build();
    }

    @Override
    public ChatClientResponse after(ChatClientResponse response, AdvisorChain chain) {
      return response;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public int getOrder() {
      return order;
    }
  }
}
