package dev.hivemind.langchain4j;

import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.memory.ChatMemoryService;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** Which session an invocation belongs to. Thread-safe if the host's function is. */
final class Sessions {
  private static final int LONGEST = 256;

  private final Scope scope;
  private final BiFunction<Session, InvocationContext, Session> whose;
  private final BooleanSupplier remembers;
  private final String own = UUID.randomUUID().toString();

  Sessions(
      Scope scope,
      BiFunction<Session, InvocationContext, Session> whose,
      BooleanSupplier remembers) {
    this.scope = scope;
    this.whose = whose;
    this.remembers = remembers;
  }

  Session of(InvocationContext invocation) {
    Session session = Session.of(scope, id(invocation));
    try {
      return Objects.requireNonNull(whose.apply(session, invocation), "session");
    } catch (RuntimeException e) {
      HivemindLangChain4j.LOG.log(
          Level.WARNING, "whose session it is, the host could not say: an end user", e);
      return session;
    }
  }

  // A service without a chat memory begins anew each time; one memory for all is one conversation.
  private String id(InvocationContext invocation) {
    Object memory = invocation.chatMemoryId();
    if (memory == null || ChatMemoryService.DEFAULT.equals(memory)) {
      return remembers.getAsBoolean() ? own : invocation.invocationId().toString();
    }
    String id = memory.toString();
    return id.isBlank() ? own : id.substring(0, Math.min(id.length(), LONGEST));
  }
}
