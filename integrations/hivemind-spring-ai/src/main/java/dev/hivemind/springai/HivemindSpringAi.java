package dev.hivemind.springai;

import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import java.lang.System.Logger;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.ai.chat.client.advisor.api.Advisor;

/**
 * Switches a Hivemind on for chat clients: give them its {@link #advisors}. With Spring Boot the
 * auto-configuration does.
 *
 * <pre>{@code
 * ChatClient client = ChatClient.builder(model)
 *     .defaultAdvisors(HivemindSpringAi.of(hivemind, Scope.of("payments-service")).advisors())
 *     .build();
 * }</pre>
 *
 * <p>The outermost advisor records what a person says before memory and retrieval add to it, and
 * calls, results and the answer. The innermost puts what was learned about the task behind the
 * person's words in every request, where no chat memory keeps it. What was learned about a call
 * comes with its result or, if the call is held, in its place.
 *
 * <p>It fails open: whatever breaks in the Hivemind or here, the client goes on as if it were off.
 * Immutable and thread-safe; the host closes the Hivemind.
 */
public final class HivemindSpringAi {
  static final Logger LOG = System.getLogger(HivemindSpringAi.class.getName());

  private final Hivemind hivemind;
  private final Scope scope;
  private final SessionResolver sessions;
  private final Predicate<String> mayHold;

  private HivemindSpringAi(
      Hivemind hivemind, Scope scope, SessionResolver sessions, Predicate<String> mayHold) {
    this.hivemind = Objects.requireNonNull(hivemind, "hivemind");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.mayHold = Objects.requireNonNull(mayHold, "mayHold");
  }

  /**
   * Returns the adapter. A conversation, told by {@code ChatMemory.CONVERSATION_ID}, is a session,
   * and so is a request without one; its author is an end user until {@link #sessions} says
   * otherwise.
   */
  public static HivemindSpringAi of(Hivemind hivemind, Scope scope) {
    return new HivemindSpringAi(hivemind, scope, (session, request) -> session, tool -> true);
  }

  /** Returns an adapter that asks the host whose session a request belongs to. */
  public HivemindSpringAi sessions(SessionResolver resolver) {
    return new HivemindSpringAi(hivemind, scope, resolver, mayHold);
  }

  /**
   * Returns an adapter that holds calls of these tools only, those that change something outside
   * the agent; before calls of others a lesson is a note. Default: all.
   */
  public HivemindSpringAi holding(Predicate<String> tools) {
    return new HivemindSpringAi(hivemind, scope, sessions, tools);
  }

  /** Returns the two advisors; a client needs both. */
  public List<Advisor> advisors() {
    Turns turns = new Turns(hivemind, scope, sessions, mayHold);
    return List.of(new ListeningAdvisor(turns), new RemindingAdvisor());
  }
}
