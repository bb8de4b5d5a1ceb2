package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import dev.hivemind.spi.EventStore;
import dev.hivemind.testkit.InMemoryEventStore;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large events faster than any store takes them: memory stays bounded, what is lost is counted. */
class FloodTest {
  private static final long QUEUE = 1 << 20;
  private static final int EVENTS = 400;
  private static final Scope SHOP = Scope.of("shop");

  @TempDir Path home;

  private static EventStore stalling(CountDownLatch latch) {
    EventStore store = new InMemoryEventStore();
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (self, method, arguments) -> {
              if (method.getName().equals("append")) {
                latch.await();
              }
              return method.invoke(store, arguments);
            });
  }

  @Test
  void largeEvents_whileTheStoreHangs_areCutThenDropped_andCorrectionsStillFit() {
    CountDownLatch latch = new CountDownLatch(1);
    try (Hivemind hivemind =
        Hivemind.builder().home(home).eventStore(stalling(latch)).queueBytes(QUEUE).open()) {
      Session session = Session.of(SHOP, "flood").by(Author.operator("ana"));
      String large = "x".repeat(200_000);
      long most = 0;
      for (int i = 0; i < EVENTS; i++) {
        hivemind.record(session.toolResult("c" + i, ToolStatus.OK, large));
        most = Math.max(most, hivemind.status().queuedBytes());
      }
      hivemind.record(session.correction("c1", "Check the settlement window first."));

      Status full = hivemind.status();
      assertThat(most).isBetween(QUEUE / 2, QUEUE);
      assertThat(full.queuedBytes()).isLessThanOrEqualTo(QUEUE);
      assertThat(full.count(Counter.CUT)).isPositive();
      assertThat(full.count(Counter.DROPPED_QUEUE_FULL)).isPositive();
      assertThat(full.count(Counter.RECORDED) + full.count(Counter.DROPPED_QUEUE_FULL))
          .isEqualTo(EVENTS + 1);

      latch.countDown();
      assertThat(hivemind.flush(Duration.ofSeconds(60)).missing()).isEmpty();
      assertThat(hivemind.status().count(Counter.STORED)).isEqualTo(full.count(Counter.RECORDED));
      assertThat(hivemind.status().queuedBytes()).isZero();
    } finally {
      latch.countDown();
    }
  }
}
