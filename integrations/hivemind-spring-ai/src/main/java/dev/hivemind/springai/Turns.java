package dev.hivemind.springai;

import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Turn;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.UserMessage;

/**
 * Begins turns.
 *
 * @param hivemind the memory
 * @param scope the scope of all sessions, unless the host says otherwise
 * @param sessions the host's word on sessions
 * @param mayHold which tools may be held
 */
record Turns(Hivemind hivemind, Scope scope, SessionResolver sessions, Predicate<String> mayHold) {
  private static final int LONGEST = 256;

  /** Begins a turn; calls of some tools must not be held, since nobody would hear of it. */
  OpenTurn begin(ChatClientRequest request, Set<String> direct) {
    Turn turn =
        Turn.begin(
            hivemind,
            session(request),
            words(request),
            tool -> mayHold.test(tool) && !direct.contains(tool));
    return new OpenTurn(turn, UUID.randomUUID().toString(), new AtomicInteger());
  }

  private Session session(ChatClientRequest request) {
    Session session = Session.of(scope, id(request));
    try {
      return Objects.requireNonNull(sessions.resolve(session, request), "session");
    } catch (RuntimeException e) {
      HivemindSpringAi.LOG.log(
          Level.WARNING, "whose session it is, the host could not say: an end user", e);
      return session;
    }
  }

  private static String id(ChatClientRequest request) {
    String id = Objects.toString(request.context().get(ChatMemory.CONVERSATION_ID), "");
    return id.isBlank()
        ? UUID.randomUUID().toString()
        : id.substring(0, Math.min(id.length(), LONGEST));
  }

  // A host that runs tools itself comes back with their results: those are no new words.
  private static String words(ChatClientRequest request) {
    Message latest = request.prompt().getLastUserOrToolResponseMessage();
    return latest instanceof UserMessage user ? Objects.requireNonNullElse(user.getText(), "") : "";
  }
}
