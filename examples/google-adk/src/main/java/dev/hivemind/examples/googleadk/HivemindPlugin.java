package dev.hivemind.examples.googleadk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.adk.agents.CallbackContext;
import com.google.adk.agents.InvocationContext;
import com.google.adk.models.LlmRequest;
import com.google.adk.models.LlmResponse;
import com.google.adk.plugins.BasePlugin;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.Content;
import com.google.genai.types.Part;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.PendingCall;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.Turn;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Switches a Hivemind on for an ADK runner: give it to the runner, first of its plugins, since ADK
 * asks no further plugin once one has answered. The whole adapter is this file: take it along.
 *
 * <p>A turn travels in the invocation's own data, since callbacks hop threads. It fails open. A
 * person's answer to a request for confirmation is recorded as a verdict. Thread-safe.
 */
public final class HivemindPlugin extends BasePlugin {
  private static final Logger LOG = System.getLogger(HivemindPlugin.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TURN = "hivemind.turn";
  private static final String CALL = "hivemind.call.";

  private final Hivemind hivemind;
  private final Scope scope;
  private final Function<InvocationContext, Author> author;

  /** Creates one whose authors are end users, by the ids ADK has for them. */
  public HivemindPlugin(Hivemind hivemind, Scope scope) {
    this(hivemind, scope, context -> Author.endUser(context.userId()));
  }

  /** Creates one that asks the host whose words those of an invocation are. */
  public HivemindPlugin(
      Hivemind hivemind, Scope scope, Function<InvocationContext, Author> author) {
    super("hivemind");
    this.hivemind = Objects.requireNonNull(hivemind, "hivemind");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.author = Objects.requireNonNull(author, "author");
  }

  @Override
  public Maybe<Content> onUserMessageCallback(InvocationContext context, Content message) {
    return open(
        () -> {
          String id = context.userId() + "/" + context.session().id(); // unique for a user only
          Session session = Session.of(scope, id).by(author.apply(context));
          context.callbackContextData().put(TURN, Turn.begin(hivemind, session, text(message)));
          return Maybe.empty();
        });
  }

  @Override
  public Maybe<LlmResponse> beforeModelCallback(
      CallbackContext context, LlmRequest.Builder builder) {
    return open(
        () -> {
          LlmRequest request = builder.build();
          Set<String> tools = request.tools().keySet();
          String reminder =
              turn(context.invocationContext()).map(turn -> turn.reminder(tools)).orElse("");
          if (!reminder.isEmpty()) {
            builder.contents(reminded(request.contents(), reminder));
          }
          return Maybe.empty();
        });
  }

  /** Puts the reminder behind the latest words of the person. */
  private static List<Content> reminded(List<Content> contents, String reminder) {
    List<Content> reminded = new ArrayList<>(contents);
    for (int i = reminded.size() - 1; i >= 0; i--) {
      Content content = reminded.get(i);
      if (content.role().orElse("").equals("user") && !text(content).isEmpty()) {
        List<Part> parts = new ArrayList<>(content.parts().orElse(List.of()));
        parts.add(Part.fromText(reminder));
        reminded.set(i, content.toBuilder().parts(parts).build());
        break;
      }
    }
    return reminded;
  }

  @Override
  public Maybe<LlmResponse> afterModelCallback(CallbackContext context, LlmResponse response) {
    return open(
        () -> {
          Content content = response.content().orElse(Content.fromParts());
          boolean calls =
              content.parts().orElse(List.of()).stream()
                  .anyMatch(part -> part.functionCall().isPresent());
          if (!calls && !response.partial().orElse(false)) {
            turn(context.invocationContext()).ifPresent(turn -> turn.answered(text(content)));
          }
          return Maybe.empty();
        });
  }

  @Override
  public Maybe<Map<String, Object>> beforeToolCallback(
      BaseTool tool, Map<String, Object> arguments, ToolContext context) {
    return open(
        () -> {
          Optional<Turn> turn = turn(context.invocationContext());
          if (turn.isEmpty()) {
            return Maybe.empty();
          }
          verdict(turn.get(), context);
          PendingCall call = turn.get().calling(id(context), tool.name(), json(arguments));
          context.invocationContext().callbackContextData().put(CALL + id(context), call);
          return call.held() ? Maybe.just(Map.of("result", call.note())) : Maybe.empty();
        });
  }

  private void verdict(Turn turn, ToolContext context) {
    context
        .toolConfirmation()
        .ifPresent(
            said ->
                hivemind.record(
                    said.confirmed()
                        ? turn.session().approved(id(context))
                        : turn.session().rejected(id(context), "")));
  }

  @Override
  public Maybe<Map<String, Object>> afterToolCallback(
      BaseTool tool,
      Map<String, Object> arguments,
      ToolContext context,
      Map<String, Object> result) {
    return open(
        () -> {
          Optional<PendingCall> call = ended(context).filter(one -> !one.held());
          if (call.isEmpty()) {
            return Maybe.empty();
          }
          String output = output(result);
          String noted = call.get().ended(ToolStatus.UNKNOWN, output);
          return noted.equals(output) ? Maybe.empty() : Maybe.just(Map.of("result", noted));
        });
  }

  @Override
  public Maybe<Map<String, Object>> onToolErrorCallback(
      BaseTool tool, Map<String, Object> arguments, ToolContext context, Throwable error) {
    return open(
        () -> {
          ended(context).ifPresent(call -> call.failed(error));
          return Maybe.empty();
        });
  }

  @Override
  public Completable afterRunCallback(InvocationContext context) {
    return Completable.fromAction(() -> turn(context).ifPresent(Turn::close));
  }

  @Override
  public Completable onRunErrorCallback(InvocationContext context, Throwable error) {
    return Completable.fromAction(() -> turn(context).ifPresent(Turn::close));
  }

  private static Optional<Turn> turn(InvocationContext context) {
    return Optional.ofNullable((Turn) context.callbackContextData().get(TURN));
  }

  private static Optional<PendingCall> ended(ToolContext context) {
    Object call = context.invocationContext().callbackContextData().remove(CALL + id(context));
    return Optional.ofNullable((PendingCall) call);
  }

  private static String id(ToolContext context) {
    return context.functionCallId().orElse(context.invocationId());
  }

  private static String text(Content content) {
    return content.parts().orElse(List.of()).stream()
        .flatMap(part -> part.text().stream())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the one text of a result, or all of it. */
  private static String output(Map<String, Object> result) {
    return result.size() == 1 && result.get("result") instanceof String text ? text : json(result);
  }

  private static String json(Map<String, Object> value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      return String.valueOf(value);
    }
  }

  private static <T> Maybe<T> open(Supplier<Maybe<T>> callback) {
    try {
      return callback.get();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the run goes on without memory", e);
      return Maybe.empty();
    }
  }
}
