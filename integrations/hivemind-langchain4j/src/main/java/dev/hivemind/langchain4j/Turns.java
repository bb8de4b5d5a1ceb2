package dev.hivemind.langchain4j;

import dev.hivemind.Hivemind;
import dev.hivemind.Session;
import dev.hivemind.Turn;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The turns of a service that go on, by the invocation that every event and every tool is given.
 * Streams that are never started are forgotten, the eldest first. Thread-safe.
 */
final class Turns {
  private static final int MOST = 1_000;

  private final Hivemind hivemind;
  private final Sessions sessions;
  private final Predicate<String> mayHold;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UUID, OpenTurn> open = new LinkedHashMap<>();

  Turns(Hivemind hivemind, Sessions sessions, Predicate<String> mayHold) {
    this.hivemind = hivemind;
    this.sessions = sessions;
    this.mayHold = mayHold;
  }

  void begin(InvocationContext invocation, UserMessage message) {
    Turn turn =
        Turn.begin(hivemind, sessions.of(invocation), Words.of(message, invocation), mayHold);
    UUID id = invocation.invocationId();
    OpenTurn begun =
        new OpenTurn(id, invocation.chatMemoryId(), message, turn, new AtomicInteger());
    lock.lock();
    try {
      open.put(id, begun);
      if (open.size() > MOST) {
        open.remove(open.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }

  Optional<OpenTurn> of(InvocationContext invocation) {
    lock.lock();
    try {
      return Optional.ofNullable(open.get(invocation.invocationId()));
    } finally {
      lock.unlock();
    }
  }

  void end(InvocationContext invocation) {
    Optional<OpenTurn> ended;
    lock.lock();
    try {
      ended = Optional.ofNullable(open.remove(invocation.invocationId()));
    } finally {
      lock.unlock();
    }
    ended.ifPresent(one -> one.turn().close());
  }

  /**
   * Returns the turn that a request is made in. A transformer is told the memory's id and no more,
   * and services without a memory share one id: there the message tells turns apart, or else the
   * words in it.
   */
  @SuppressWarnings("ReferenceEquality") // two people may say the same
  Optional<OpenTurn> asking(Object memory, UserMessage latest) {
    List<OpenTurn> sharing;
    lock.lock();
    try {
      sharing = open.values().stream().filter(one -> one.memory().equals(memory)).toList();
    } finally {
      lock.unlock();
    }
    Optional<OpenTurn> own = sharing.stream().filter(one -> one.message() == latest).findFirst();
    return sharing.size() < 2 || own.isPresent()
        ? own.or(() -> sharing.stream().findFirst())
        : alike(sharing, Words.in(latest));
  }

  // What fits turns of several people is nobody's: one must not be told what another has taught.
  private static Optional<OpenTurn> alike(List<OpenTurn> sharing, String shown) {
    List<OpenTurn> fitting =
        sharing.stream().filter(one -> shown.contains(one.turn().words())).toList();
    long people = fitting.stream().map(Turns::whose).distinct().count();
    return people == 1 ? Optional.of(fitting.get(fitting.size() - 1)) : Optional.empty();
  }

  private static Object whose(OpenTurn one) {
    Session session = one.turn().session();
    return List.of(session.scope(), session.author());
  }
}
