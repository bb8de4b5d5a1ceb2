package dev.hivemind.examples.googleadk;

import com.google.adk.agents.CallbackContext;
import com.google.adk.agents.LlmAgent;
import com.google.adk.models.LlmResponse;
import com.google.adk.plugins.BasePlugin;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.tools.Annotations.Schema;
import com.google.adk.tools.FunctionTool;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.Part;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import io.reactivex.rxjava3.core.Maybe;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An agent that pays a refund the wrong way on Monday, is told so in a plain sentence, and is held
 * before it does the same on Tuesday, in another conversation.
 *
 * <p>The model is a few lines of script. With GOOGLE_API_KEY in the environment it is Gemini, and
 * GEMINI_MODEL names it; then every run differs.
 */
public final class RefundAgent {
  private static final String APPLICATION = "payments";

  private final InMemoryRunner runner;
  private final PrintStream out;
  private final Set<String> begun = new HashSet<>();

  private RefundAgent(InMemoryRunner runner, PrintStream out) {
    this.runner = runner;
    this.out = out;
  }

  /** Tells the story in a new temporary directory. */
  public static void main(String[] args) throws IOException {
    run(Files.createTempDirectory("hivemind-"), System.out);
  }

  static void run(Path home, PrintStream out) {
    try (Hivemind hivemind = Hivemind.open(home)) {
      HivemindPlugin memory =
          new HivemindPlugin(
              hivemind, Scope.of("payments-service"), context -> Author.operator(context.userId()));
      RefundAgent agent =
          new RefundAgent(
              new InMemoryRunner(agent(), APPLICATION, List.of(memory, new Telling(out))), out);

      out.println("== Monday");
      agent.say("monday", "Give order 4711 its money back.");
      agent.say(
          "monday", "No, that was wrong. Never refund to a voucher, always refund to the card.");
      hivemind.flush(Duration.ofSeconds(30)); // learned within moments anyway; a story cannot wait

      out.println("== Tuesday, another conversation");
      agent.say("tuesday", "Order 77 came back, please refund it.");
    }
  }

  private static LlmAgent agent() {
    LlmAgent.Builder agent =
        LlmAgent.builder()
            .name("support")
            .instruction("You pay orders' money back, with the tool refund.")
            .tools(FunctionTool.create(RefundAgent.class, "refund"));
    return System.getenv("GOOGLE_API_KEY") == null
        ? agent.model(new StubbornLlm()).build()
        : agent.model(System.getenv().getOrDefault("GEMINI_MODEL", "gemini-2.5-flash")).build();
  }

  /** Pays an order's money back: what the agent can do. */
  @Schema(description = "Pays an order's money back")
  public static Map<String, Object> refund(
      @Schema(name = "order", description = "the order's number") int order,
      @Schema(name = "method", description = "voucher or card") String method) {
    return Map.of("result", "order " + order + " was refunded to the " + method);
  }

  private void say(String conversation, String words) {
    if (begun.add(conversation)) {
      var unused =
          runner
              .sessionService()
              .createSession(APPLICATION, "ana", Map.of(), conversation)
              .blockingGet();
    }
    out.println("  ana: " + words);
    runner
        .runAsync("ana", conversation, Content.fromParts(Part.fromText(words)))
        .blockingSubscribe();
  }

  /** Prints what the model says and calls, and what it gets for it. */
  private static final class Telling extends BasePlugin {
    private final PrintStream out;

    Telling(PrintStream out) {
      super("telling");
      this.out = out;
    }

    @Override
    public Maybe<LlmResponse> beforeModelCallback(
        CallbackContext context, com.google.adk.models.LlmRequest.Builder request) {
      List<Content> contents = request.build().contents();
      contents.get(contents.size() - 1).parts().orElse(List.of()).stream()
          .flatMap(part -> part.functionResponse().stream())
          .forEach(this::got);
      return Maybe.empty();
    }

    private void got(FunctionResponse response) {
      String output = String.valueOf(response.response().orElse(Map.of()).get("result"));
      boolean held = output.startsWith("<hivemind-lessons");
      out.println((held ? " HELD: " : " tool: ") + output.replace("\n", "\n     | "));
    }

    @Override
    public Maybe<LlmResponse> afterModelCallback(CallbackContext context, LlmResponse response) {
      for (Part part : response.content().flatMap(Content::parts).orElse(List.of())) {
        part.text().ifPresent(text -> out.println("agent: " + text));
        part.functionCall()
            .ifPresent(
                call ->
                    out.println(
                        "agent: calls "
                            + call.name().orElse("")
                            + " "
                            + call.args().orElse(Map.of())));
      }
      return Maybe.empty();
    }
  }
}
