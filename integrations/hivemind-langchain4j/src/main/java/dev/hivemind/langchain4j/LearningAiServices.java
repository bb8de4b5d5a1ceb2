package dev.hivemind.langchain4j;

import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.tool.ToolProvider;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collection;

/**
 * A builder that, at the end, decorates what the host has put into it: there is one slot for a
 * transformer of requests, and tools come in many forms. Not thread-safe.
 */
final class LearningAiServices<T> extends AiServices<T> {
  private final Turns turns;
  private final Listeners listeners;

  LearningAiServices(AiServiceContext context, Turns turns) {
    super(context);
    this.turns = turns;
    this.listeners = new Listeners(turns);
  }

  @Override
  public AiServices<T> toolProvider(ToolProvider provider) {
    return super.toolProvider(ProvidedTools.of(provider, turns));
  }

  @Override
  public AiServices<T> toolProviders(Collection<ToolProvider> providers) {
    return super.toolProviders(
        providers.stream().map(one -> ProvidedTools.of(one, turns)).toList());
  }

  @Override
  public AiServices<T> toolProviders(ToolProvider... providers) {
    return toolProviders(Arrays.asList(providers));
  }

  @Override
  public T build() {
    try {
      decorate();
    } catch (RuntimeException | LinkageError e) {
      HivemindLangChain4j.LOG.log(Level.WARNING, "the agent goes on without memory", e);
    }
    return AiServices.<T>builder(context).build();
  }

  private void decorate() {
    registerListeners(listeners.all());
    context
        .toolService
        .toolExecutors()
        .replaceAll(
            (name, tool) -> LearningTool.of(tool, turns, context.toolService.returnBehavior(name)));
    context.chatRequestTransformer = Reminder.after(context.chatRequestTransformer, turns);
  }
}
