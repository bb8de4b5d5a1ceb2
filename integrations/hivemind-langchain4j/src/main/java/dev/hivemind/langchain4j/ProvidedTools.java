package dev.hivemind.langchain4j;

import dev.langchain4j.service.tool.AiServiceTool;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.langchain4j.service.tool.ToolProviderResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider of the host's, an MCP server for one, whose tools are listened to.
 *
 * @param provider the host's
 * @param turns the turns that go on
 */
record ProvidedTools(ToolProvider provider, Turns turns) implements ToolProvider {

  static ToolProvider of(ToolProvider provider, Turns turns) {
    return provider == null || provider instanceof ProvidedTools
        ? provider
        : new ProvidedTools(provider, turns);
  }

  @Override
  public @Nullable ToolProviderResult provideTools(ToolProviderRequest request) {
    ToolProviderResult result = provider.provideTools(request);
    if (result == null) {
      return null;
    }
    List<AiServiceTool> tools = result.aiServiceTools().stream().map(this::learning).toList();
    return ToolProviderResult.builder().addAll(tools).build();
  }

  private AiServiceTool learning(AiServiceTool tool) {
    return tool.toBuilder()
        .toolExecutor(LearningTool.of(tool.toolExecutor(), turns, tool.returnBehavior()))
        .build();
  }

  @Override
  public boolean isDynamic() {
    return provider.isDynamic();
  }
}
