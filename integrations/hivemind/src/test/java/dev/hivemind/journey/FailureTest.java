package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.FlushReport.Stage;
import dev.hivemind.Hivemind;
import dev.hivemind.Session;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemorySkillStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What breaks below is counted, and the agent goes on; when it works again, nothing that was
 * accepted is missing.
 */
class FailureTest {
  private final Session session = Session.of(Story.SCOPE, "s").by(Author.operator("ana"));

  @TempDir Path home;

  @Test
  void storesThatThrowOnEveryCall_neverReachTheAgentAndAreCounted() {
    AtomicBoolean broken = new AtomicBoolean(true);
    EventStore events = breaking(EventStore.class, new InMemoryEventStore(), broken);
    SkillStore skills = breaking(SkillStore.class, new InMemorySkillStore(), broken);
    broken.set(false);
    try (Hivemind hivemind =
        Hivemind.builder().home(home).eventStore(events).skillStore(skills).open()) {
      broken.set(true);

      assertThatCode(() -> Story.teach(hivemind)).doesNotThrowAnyException();
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Proceed.class);
      assertThat(hivemind.flush(Duration.ofMillis(200)).missing())
          .contains(Stage.STORED, Stage.RECALLABLE);
      assertThat(hivemind.flush(Duration.ofMillis(200)).reason()).contains("event store");
      assertThat(hivemind.status().count(Counter.FAILURES)).isPositive();

      broken.set(false);
      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    }
  }

  @Test
  void storeThatFailsUntilTheEnd_closesInTimeAndCountsWhatWasLost() {
    AtomicBoolean broken = new AtomicBoolean(false);
    EventStore events = breaking(EventStore.class, new InMemoryEventStore(), broken);
    Hivemind hivemind = Hivemind.builder().home(home).eventStore(events).open();
    broken.set(true);
    Story.teach(hivemind);
    hivemind.close();

    assertThat(hivemind.status().count(Counter.DROPPED_STORE_FAILED)).isEqualTo(4);
    assertThat(hivemind.status().queuedEvents()).isZero();
  }

  @Test
  void queueThatIsFull_dropsAndCountsButKeepsCorrections() {
    CountDownLatch stalled = new CountDownLatch(1);
    EventStore events = stalling(new InMemoryEventStore(), stalled);
    try (Hivemind hivemind =
        Hivemind.builder().home(home).eventStore(events).queueBytes(64 << 10).open()) {
      hivemind.record(session.toolCall("c1", "refund", "{}"));
      for (int i = 0; i < 1_000; i++) {
        hivemind.record(session.toolResult("c" + i, ToolStatus.OK, "x".repeat(500)));
      }
      hivemind.record(session.correction("c1", "Check the settlement window before you refund."));

      assertThat(hivemind.status().count(Counter.DROPPED_QUEUE_FULL)).isPositive();
      assertThat(hivemind.status().queuedBytes()).isLessThanOrEqualTo(64 << 10);
      stalled.countDown();
      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      assertThat(hivemind.skills(Story.SCOPE).list()).hasSize(1);
      assertThat(
              hivemind.status().count(Counter.RECORDED)
                  + hivemind.status().count(Counter.DROPPED_QUEUE_FULL))
          .isEqualTo(1_002);
    }
  }

  @Test
  void rowThatTheStoreRefuses_isDroppedAndTheOthersAreKept() {
    EventStore memory = new InMemoryEventStore();
    EventStore picky =
        proxy(
            EventStore.class,
            (method, arguments) -> {
              if (method.equals("append") && arguments[0].toString().contains("poison")) {
                throw new IllegalArgumentException("refused");
              }
            },
            memory);
    try (Hivemind hivemind = Hivemind.builder().home(home).eventStore(picky).open()) {
      hivemind.record(session.prompt("poison"));
      hivemind.record(session.prompt("good"));

      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      assertThat(hivemind.status().count(Counter.DROPPED_STORE_FAILED)).isEqualTo(1);
      assertThat(memory.read(Story.SCOPE.workspace(), 0, 10))
          .extracting(EventRow::kind)
          .contains("prompt")
          .hasSize(1);
    }
  }

  private interface Before {
    void call(String method, Object[] arguments) throws Exception;
  }

  private static <T> T breaking(Class<T> type, T store, AtomicBoolean broken) {
    return proxy(
        type,
        (method, arguments) -> {
          if (broken.get() && !method.equals("close")) {
            throw new IllegalStateException("broken on purpose");
          }
        },
        store);
  }

  private static EventStore stalling(EventStore store, CountDownLatch until) {
    return proxy(
        EventStore.class,
        (method, arguments) -> {
          if (method.equals("append")) {
            until.await();
          }
        },
        store);
  }

  private static <T> T proxy(Class<T> type, Before before, T store) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              before.call(method.getName(), arguments == null ? new Object[0] : arguments);
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
