package dev.hivemind.langchain4j;

import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.AiServices;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Switches a Hivemind on for AI services: build them with {@link #builder} instead of {@link
 * AiServices#builder}, and everything else stays as it is.
 *
 * <pre>{@code
 * HivemindLangChain4j memory = HivemindLangChain4j.of(hivemind, Scope.of("payments-service"));
 * Support support = memory.builder(Support.class).chatModel(model).tools(new Orders()).build();
 * }</pre>
 *
 * <p>What a person says is recorded before retrieval and guardrails change it, and so are calls,
 * results and answers. What was learned about the task stands behind the person's words in every
 * request of the turn, and is never kept in the chat memory; what was learned about a call comes
 * with its result or, if the call is held, in its place. Transformers, listeners and tool providers
 * of the host's stay and run first.
 *
 * <p>It fails open: whatever breaks in the Hivemind or here, the service goes on as if it were off.
 * Immutable and thread-safe; the host closes the Hivemind.
 */
public final class HivemindLangChain4j {
  static final Logger LOG = System.getLogger(HivemindLangChain4j.class.getName());

  private final Hivemind hivemind;
  private final Scope scope;
  private final BiFunction<Session, InvocationContext, Session> whose;
  private final Predicate<String> mayHold;

  private HivemindLangChain4j(
      Hivemind hivemind,
      Scope scope,
      BiFunction<Session, InvocationContext, Session> whose,
      Predicate<String> mayHold) {
    this.hivemind = Objects.requireNonNull(hivemind, "hivemind");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.whose = Objects.requireNonNull(whose, "whose");
    this.mayHold = Objects.requireNonNull(mayHold, "mayHold");
  }

  /**
   * Returns the adapter. A conversation is a session with the memory id as its id, or one of the
   * service's own; its author is an end user until {@link #sessions} says otherwise.
   */
  public static HivemindLangChain4j of(Hivemind hivemind, Scope scope) {
    return new HivemindLangChain4j(hivemind, scope, (session, invocation) -> session, tool -> true);
  }

  /**
   * Returns an adapter that asks the host whose session an invocation belongs to: from the session
   * it would be, the function makes the one it is, with {@link Session#by} as a rule.
   */
  public HivemindLangChain4j sessions(BiFunction<Session, InvocationContext, Session> function) {
    return new HivemindLangChain4j(hivemind, scope, function, mayHold);
  }

  /**
   * Returns an adapter that holds calls of these tools only, those that change something outside
   * the agent; before calls of others a lesson is a note. Default: all.
   */
  public HivemindLangChain4j holding(Predicate<String> tools) {
    return new HivemindLangChain4j(hivemind, scope, whose, tools);
  }

  /**
   * Begins the construction of an AI service, as {@link AiServices#builder} does, with the Hivemind
   * switched on.
   */
  public <T> AiServices<T> builder(Class<T> service) {
    try {
      AiServiceContext context = AiServiceContext.create(service);
      Turns turns =
          new Turns(hivemind, new Sessions(scope, whose, context::hasChatMemory), mayHold);
      return new LearningAiServices<>(context, turns);
    } catch (LinkageError e) {
      LOG.log(Level.WARNING, "this LangChain4j is not known: agents go on without memory", e);
      return AiServices.builder(service);
    }
  }
}
