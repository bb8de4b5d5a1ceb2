package dev.hivemind.langchain4j;

import dev.hivemind.Turn;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.observability.api.event.AiServiceCompletedEvent;
import dev.langchain4j.observability.api.event.AiServiceErrorEvent;
import dev.langchain4j.observability.api.event.AiServiceEvent;
import dev.langchain4j.observability.api.event.AiServiceResponseReceivedEvent;
import dev.langchain4j.observability.api.event.AiServiceStartedEvent;
import dev.langchain4j.observability.api.listener.AiServiceListener;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** What a service tells about a turn; any number of listeners hear it. Thread-safe. */
final class Listeners {
  private final Turns turns;
  private final List<AiServiceListener<?>> all;

  Listeners(Turns turns) {
    this.turns = turns;
    this.all =
        List.of(
            new To<>(
                AiServiceStartedEvent.class,
                event -> turns.begin(event.invocationContext(), event.userMessage())),
            new To<>(AiServiceResponseReceivedEvent.class, this::answered),
            new To<>(AiServiceCompletedEvent.class, event -> turns.end(event.invocationContext())),
            new To<>(AiServiceErrorEvent.class, event -> turns.end(event.invocationContext())));
  }

  List<AiServiceListener<?>> all() {
    return all;
  }

  private void answered(AiServiceResponseReceivedEvent event) {
    AiMessage message = event.response().aiMessage();
    if (!message.hasToolExecutionRequests()) {
      turns
          .of(event.invocationContext())
          .ifPresent(one -> answer(one.turn(), Objects.requireNonNullElse(message.text(), "")));
    }
  }

  private static void answer(Turn turn, String text) {
    turn.answered(text);
  }

  /** A listener that never throws: a service can be told to fail with its listeners. */
  private record To<E extends AiServiceEvent>(Class<E> kind, Consumer<E> heard)
      implements AiServiceListener<E> {
    @Override
    public Class<E> getEventClass() {
      return kind;
    }

    @Override
    public void onEvent(E event) {
      try {
        heard.accept(event);
      } catch (RuntimeException e) {
        HivemindLangChain4j.LOG.log(Level.WARNING, "an event was passed over", e);
      }
    }
  }
}
