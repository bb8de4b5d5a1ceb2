package dev.hivemind.langchain4j;

import dev.hivemind.PendingCall;
import dev.hivemind.ToolStatus;
import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A tool of the host's: asks before it runs, and records what became of it. Thread-safe if the tool
 * is.
 *
 * @param tool the host's
 * @param turns the turns that go on
 * @param behavior whether its result goes to the model or straight to the caller
 */
record LearningTool(ToolExecutor tool, Turns turns, ReturnBehavior behavior)
    implements ToolExecutor {

  static ToolExecutor of(ToolExecutor tool, Turns turns, ReturnBehavior behavior) {
    return tool instanceof LearningTool ? tool : new LearningTool(tool, turns, behavior);
  }

  @Override
  public String execute(ToolExecutionRequest request, Object memory) {
    return tool.execute(request, memory);
  }

  @Override
  public ToolExecutionResult executeWithContext(
      ToolExecutionRequest request, InvocationContext context) {
    Optional<PendingCall> call = calling(request, context);
    if (call.isPresent() && call.get().held()) {
      return held(call.get());
    }
    ToolExecutionResult result;
    try {
      result = tool.executeWithContext(request, context);
    } catch (RuntimeException | Error e) {
      call.ifPresent(one -> one.failed(Objects.requireNonNullElse(e.getCause(), e)));
      throw e;
    }
    return call.isPresent() ? ended(call.get(), result) : result;
  }

  private Optional<PendingCall> calling(ToolExecutionRequest request, InvocationContext context) {
    try {
      return turns.of(context).map(turn -> turn.calling(request));
    } catch (RuntimeException e) {
      HivemindLangChain4j.LOG.log(Level.WARNING, "a call is made without advice", e);
      return Optional.empty();
    }
  }

  // What would go straight to the caller must reach the model instead, as errors do.
  private ToolExecutionResult held(PendingCall call) {
    return ToolExecutionResult.builder()
        .isError(behavior != ReturnBehavior.TO_LLM)
        .resultText(call.note())
        .build();
  }

  private static ToolExecutionResult ended(PendingCall call, ToolExecutionResult result) {
    try {
      call.ended(
          result.isError() ? ToolStatus.ERROR : ToolStatus.UNKNOWN,
          Words.text(result.resultContents()));
      return call.note().isEmpty() ? result : noted(result, call.note());
    } catch (RuntimeException e) {
      HivemindLangChain4j.LOG.log(Level.WARNING, "a result goes on as it is", e);
      return result;
    }
  }

  private static ToolExecutionResult noted(ToolExecutionResult result, String note) {
    List<Content> contents = new ArrayList<>(result.resultContents());
    boolean text = contents.size() == 1 && contents.get(0) instanceof TextContent;
    if (text) {
      contents.set(0, TextContent.from(Words.text(contents) + "\n\n" + note));
    } else {
      contents.add(TextContent.from(note));
    }
    return ToolExecutionResult.builder()
        .isError(result.isError())
        .result(result.result())
        .attributes(result.attributes())
        .resultContents(contents)
        .build();
  }
}
