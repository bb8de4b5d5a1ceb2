package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.Recall.Flag;
import dev.hivemind.RecallContext;
import dev.hivemind.Session;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemorySkillStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that hangs: every call of a store waits, and recall does not notice. */
@Timeout(15)
class StalledDiskTest {
  @TempDir Path home;

  private volatile CountDownLatch disk = new CountDownLatch(0);

  private <T> T stalling(Class<T> type, T store) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              disk.await();
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }

  @Test
  void recall_whileEveryStoreHangs_answersInTime() {
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .eventStore(stalling(EventStore.class, new InMemoryEventStore()))
            .skillStore(stalling(SkillStore.class, new InMemorySkillStore()))
            .open()) {
      teach(hivemind);
      disk = new CountDownLatch(1);
      try {
        Session tuesday = Session.of(Story.SCOPE, "tuesday").by(Author.operator("ben"));
        RecallContext context = RecallContext.of(tuesday, "Refund order 77");
        hivemind.record(tuesday.prompt("Refund order 77"));
        assertThat(hivemind.recall(context).flags()).doesNotContain(Flag.LOADING, Flag.FAILED);
        Recall call = hivemind.recall(context.beforeTool("refund", "{\"order\":77}"));
        assertThat(call.text()).contains(Story.LESSON);
      } finally {
        disk.countDown();
      }
    }
  }

  private static void teach(Hivemind hivemind) {
    Session monday = Session.of(Story.SCOPE, "monday").by(Author.operator("ana"));
    hivemind.record(monday.prompt("Refund order 1234"));
    hivemind.record(monday.toolCall("c1", "refund", "{\"order\":1234}"));
    hivemind.record(monday.correction("c1", "No. " + Story.LESSON));
    assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
  }
}
