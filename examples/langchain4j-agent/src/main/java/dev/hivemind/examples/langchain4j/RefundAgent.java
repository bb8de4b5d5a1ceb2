package dev.hivemind.examples.langchain4j;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.langchain4j.HivemindLangChain4j;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An agent that pays a refund the wrong way on Monday, is told so in a plain sentence, and is held
 * before it does the same on Tuesday, in another conversation. Nothing here speaks of corrections:
 * the only line about Hivemind is the one that makes the builder.
 *
 * <p>The model is a few lines of script. With OPENAI_API_KEY in the environment it is a real one,
 * OPENAI_MODEL names it and OPENAI_BASE_URL says where; then every run differs.
 */
public final class RefundAgent {
  private static final Scope SCOPE = Scope.of("payments-service");

  private RefundAgent() {}

  interface Support {
    String chat(@MemoryId String conversation, @UserMessage String words);
  }

  /** Tells the story in a new temporary directory. */
  public static void main(String[] args) throws IOException {
    run(Files.createTempDirectory("hivemind-"), model(), System.out);
  }

  private static ChatModel model() {
    String key = System.getenv().getOrDefault("OPENAI_API_KEY", "");
    if (key.isEmpty()) {
      return new StubbornModel();
    }
    return OpenAiChatModel.builder()
        .apiKey(key)
        .baseUrl(System.getenv().getOrDefault("OPENAI_BASE_URL", "https://api.openai.com/v1"))
        .modelName(System.getenv().getOrDefault("OPENAI_MODEL", "gpt-4o-mini"))
        .build();
  }

  static void run(Path home, ChatModel model, PrintStream out) {
    try (Hivemind hivemind = Hivemind.open(home)) {
      HivemindLangChain4j memory =
          HivemindLangChain4j.of(hivemind, SCOPE)
              .sessions((session, invocation) -> session.by(Author.operator("ana")));
      Support support =
          memory
              .builder(Support.class)
              .chatModel(new ToldModel(model, out))
              .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(20))
              .tools(new Payments())
              .build();

      out.println("== Monday");
      say(support, out, "monday", "Give order 4711 its money back.");
      say(
          support,
          out,
          "monday",
          "No, that was wrong. Never refund to a voucher, always refund to the card.");
      hivemind.flush(Duration.ofSeconds(30)); // learned within moments anyway; a story cannot wait

      out.println("== Tuesday, another conversation");
      say(support, out, "tuesday", "Order 77 came back, please refund it.");
    }
  }

  private static void say(Support support, PrintStream out, String conversation, String words) {
    out.println("  ana: " + words);
    out.println("agent: " + support.chat(conversation, words));
  }
}
