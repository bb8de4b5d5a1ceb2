package dev.hivemind.langchain4j;

import dev.hivemind.testkit.AgentHost;
import dev.hivemind.testkit.HostSetup;
import dev.hivemind.testkit.HostSetup.Dispatch;
import dev.hivemind.testkit.HostTool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.ToolExecutor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An AI service like those of users, with every kind of hook in use. */
final class LangChain4jHost implements AgentHost {
  private final Whole whole;
  private final Streamed streamed;

  interface Whole {
    String chat(@MemoryId String conversation, @dev.langchain4j.service.UserMessage String words);
  }

  interface Streamed {
    TokenStream chat(
        @MemoryId String conversation, @dev.langchain4j.service.UserMessage String words);
  }

  LangChain4jHost(HostSetup setup) {
    HivemindLangChain4j memory =
        HivemindLangChain4j.of(setup.hivemind(), setup.scope())
            .sessions((session, invocation) -> session.by(setup.author()));
    ScriptedChatModel model = new ScriptedChatModel(setup.model());
    whole = equipped(memory.builder(Whole.class), setup).chatModel(model).build();
    streamed = equipped(memory.builder(Streamed.class), setup).streamingChatModel(model).build();
  }

  private static <T> AiServices<T> equipped(AiServices<T> builder, HostSetup setup) {
    builder
        .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(50))
        .storeRetrievedContentInChatMemory(false)
        .tools(tools(setup.tools()))
        .retrievalAugmentor(adding(setup.facts(), setup.retrieved()));
    if (setup.dispatch() == Dispatch.AT_ONCE) {
      builder.executeToolsConcurrently();
    }
    return builder;
  }

  private static Map<ToolSpecification, ToolExecutor> tools(List<HostTool> tools) {
    Map<ToolSpecification, ToolExecutor> executors = new LinkedHashMap<>();
    for (HostTool tool : tools) {
      ToolSpecification specification =
          ToolSpecification.builder()
              .name(tool.name())
              .parameters(JsonObjectSchema.builder().addIntegerProperty("order").build())
              .build();
      executors.put(specification, (request, id) -> tool.run().apply(request.arguments()));
    }
    return executors;
  }

  private static RetrievalAugmentor adding(String facts, String retrieved) {
    return (AugmentationRequest request) -> {
      String words = ((UserMessage) request.chatMessage()).singleText();
      String all = (facts + "\n" + words + "\n" + retrieved).strip();
      return AugmentationResult.builder()
          .chatMessage(UserMessage.from(all))
          .contents(List.of())
          .build();
    };
  }

  @Override
  public String say(String conversation, String words) {
    return whole.chat(conversation, words);
  }

  @Override
  public String stream(String conversation, String words) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    streamed
        .chat(conversation, words)
        .onPartialResponse(text -> {})
        .onCompleteResponse(response -> answer.complete(response.aiMessage().text()))
        .onError(answer::completeExceptionally)
        .start();
    return answer.get(20, TimeUnit.SECONDS);
  }
}
