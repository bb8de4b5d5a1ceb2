package dev.hivemind.springai;

import dev.hivemind.PendingCall;
import dev.hivemind.ToolStatus;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.ai.tool.metadata.ToolMetadata;

/**
 * A tool of the host's: asks before it runs, and records what became of it. What goes straight to
 * the caller is left as it is. Thread-safe if the tool is.
 *
 * @param tool the host's
 * @param turn the turn it is called in
 */
record LearningTool(ToolCallback tool, OpenTurn turn) implements ToolCallback {

  @Override
  public ToolDefinition getToolDefinition() {
    return tool.getToolDefinition();
  }

  @Override
  public ToolMetadata getToolMetadata() {
    return tool.getToolMetadata();
  }

  @Override
  public String call(String input) {
    return call(input, () -> tool.call(input));
  }

  @Override
  public String call(String input, @Nullable ToolContext context) {
    return call(input, () -> tool.call(input, context));
  }

  private String call(String input, Supplier<String> run) {
    Optional<PendingCall> call = calling(input);
    if (call.isPresent() && call.get().held()) {
      return call.get().note();
    }
    String output;
    try {
      output = run.get();
    } catch (RuntimeException | Error e) {
      call.ifPresent(one -> one.failed(thrown(e)));
      throw e;
    }
    return call.map(one -> ended(one, output)).orElse(output);
  }

  // The client wraps what a tool throws.
  private static Throwable thrown(Throwable e) {
    return e instanceof ToolExecutionException ? Objects.requireNonNullElse(e.getCause(), e) : e;
  }

  private Optional<PendingCall> calling(String input) {
    try {
      return Optional.of(turn.calling(tool.getToolDefinition().name(), input));
    } catch (RuntimeException e) {
      HivemindSpringAi.LOG.log(Level.WARNING, "a call is made without advice", e);
      return Optional.empty();
    }
  }

  private String ended(PendingCall call, @Nullable String output) {
    String noted = call.ended(ToolStatus.UNKNOWN, Objects.requireNonNullElse(output, ""));
    boolean asItIs = call.note().isEmpty() || tool.getToolMetadata().returnDirect();
    return asItIs && output != null ? output : noted;
  }
}
