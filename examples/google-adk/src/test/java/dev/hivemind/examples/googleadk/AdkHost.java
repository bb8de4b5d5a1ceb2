package dev.hivemind.examples.googleadk;

import com.google.adk.agents.CallbackContext;
import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.events.Event;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.adk.plugins.BasePlugin;
import com.google.adk.runner.InMemoryRunner;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.Part;
import com.google.genai.types.Schema;
import dev.hivemind.testkit.AgentHost;
import dev.hivemind.testkit.HostSetup;
import dev.hivemind.testkit.HostTool;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An ADK runner with plugins of its own: facts, retrieval, and answers to errors. */
final class AdkHost implements AgentHost {
  private final InMemoryRunner runner;
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  AdkHost(HostSetup setup) {
    LlmAgent agent =
        LlmAgent.builder()
            .name("support")
            .model(new ScriptedLlm(setup.model()))
            .instruction("Serve.")
            .tools(setup.tools().stream().map(Tool::new).toList())
            .build();
    runner =
        new InMemoryRunner(
            agent,
            "shop",
            List.of(
                new HivemindPlugin(setup.hivemind(), setup.scope(), context -> setup.author()),
                new HostPlugin(setup.facts(), setup.retrieved())));
  }

  @Override
  public String say(String conversation, String words) {
    return run(conversation, words, RunConfig.StreamingMode.NONE);
  }

  @Override
  public String stream(String conversation, String words) {
    return run(conversation, words, RunConfig.StreamingMode.SSE);
  }

  private String run(String conversation, String words, RunConfig.StreamingMode mode) {
    if (begun.add(conversation)) {
      var unused =
          runner
              .sessionService()
              .createSession("shop", "ana", Map.of(), conversation)
              .blockingGet();
    }
    RunConfig config = RunConfig.builder().streamingMode(mode).build();
    List<Event> events =
        runner
            .runAsync("ana", conversation, Content.fromParts(Part.fromText(words)), config)
            .toList()
            .blockingGet();
    return events.stream()
        .filter(Event::finalResponse)
        .flatMap(event -> event.content().stream())
        .flatMap(content -> content.parts().stream().flatMap(List::stream))
        .flatMap(part -> part.text().stream())
        .collect(Collectors.joining());
  }

  /** A tool of the host's. */
  private static final class Tool extends BaseTool {
    private final HostTool tool;

    Tool(HostTool tool) {
      super(tool.name(), "an order's " + tool.name());
      this.tool = tool;
    }

    @Override
    public Optional<FunctionDeclaration> declaration() {
      Schema order = Schema.builder().type("INTEGER").build();
      Schema parameters =
          Schema.builder().type("OBJECT").properties(Map.of("order", order)).build();
      return Optional.of(
          FunctionDeclaration.builder()
              .name(name())
              .description(description())
              .parameters(parameters)
              .build());
    }

    @Override
    public Single<Map<String, Object>> runAsync(
        Map<String, Object> arguments, ToolContext context) {
      return Single.fromCallable(
          () -> Map.of("result", tool.run().apply(ScriptedLlm.json(arguments))));
    }
  }

  /** What the host adds to a request, and what it says to the model about an error. */
  private static final class HostPlugin extends BasePlugin {
    private final String facts;
    private final String retrieved;

    HostPlugin(String facts, String retrieved) {
      super("host");
      this.facts = facts;
      this.retrieved = retrieved;
    }

    @Override
    public Maybe<LlmResponse> beforeModelCallback(
        CallbackContext context, LlmRequest.Builder builder) {
      List<Content> contents = new ArrayList<>(builder.build().contents());
      for (int i = contents.size() - 1; i >= 0 && !facts.isEmpty(); i--) {
        if (contents.get(i).role().orElse("").equals("user")) {
          List<Part> parts = new ArrayList<>(contents.get(i).parts().orElse(List.of()));
          parts.add(0, Part.fromText(facts));
          parts.add(Part.fromText(retrieved));
          contents.set(i, contents.get(i).toBuilder().parts(parts).build());
          builder.contents(contents);
          break;
        }
      }
      return Maybe.empty();
    }

    @Override
    public Maybe<Map<String, Object>> onToolErrorCallback(
        BaseTool tool, Map<String, Object> arguments, ToolContext context, Throwable error) {
      return Maybe.just(Map.of("error", String.valueOf(error.getMessage())));
    }
  }
}
