package dev.hivemind.ground;

import static dev.hivemind.testkit.HivemindAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Recall;
import dev.hivemind.Recall.Flag;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.FailingSkillStore;
import dev.hivemind.testkit.Failures;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import dev.hivemind.testkit.Scenario;
import dev.hivemind.testkit.Scenarios;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asking about a workspace makes none; one that is stored answers as soon as it is loaded. */
@Timeout(60)
class UnknownWorkspaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int NAMES = 3_000;

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Scenario scenario = Scenarios.correction(Scope.of("payments-service"));

  @Test
  void recall_ofAnyNumberOfUnknownNames_isEmptyAndCostsTheStoresNothing() {
    Failures calls = Failures.atCall(Integer.MAX_VALUE, Failures.Side.BEFORE);
    try (Hivemind hivemind = with(new FailingSkillStore(storage.skills(), calls)).open()) {
      for (int i = 0; i < NAMES; i++) {
        Session session = Session.of(Scope.of("name" + i), "s");
        Recall recall = hivemind.recall(RecallContext.of(session, "Refund order 7"));
        assertThat(recall.text()).isEmpty();
        assertThat(recall.flags()).isEmpty();
      }
    }
    assertThat(calls.calls()).isLessThan(NAMES / 10);
  }

  @Test
  void recall_ofAWorkspaceThatIsBeingLoaded_saysSoUntilItIs() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    HivemindBuilder builder = with(loading(begun, go)).deadlines(ms(1), ms(1));
    try (Hivemind hivemind = builder.open()) {
      assertThat(hivemind.recall(scenario.later()).flags()).doesNotContain(Flag.LOADING);
      scenario.stories().forEach(story -> story.recordTo(hivemind));
      begun.await();
      while (!hivemind.recall(scenario.later()).flags().contains(Flag.LOADING)) {
        Thread.onSpinWait(); // loading begins a moment before the workspace is in use
      }
      go.countDown();
      assertThat(hivemind.flush(PATIENCE).complete()).isTrue();
      assertThat(hivemind.recall(scenario.later())).holds();
    }
  }

  @Test
  void workspace_thatAnotherProcessMade_isFoundOnceItIsAskedAbout() {
    try (Hivemind reader = with(storage.skills()).open();
        Hivemind writer = with(storage.skills()).open()) {
      scenario.stories().forEach(story -> story.recordTo(writer));
      assertThat(writer.flush(PATIENCE).complete()).isTrue();

      while (reader.recall(scenario.later()).text().isEmpty()) {
        LockSupport.parkNanos(ms(20).toNanos());
      }
    }
  }

  private static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  private HivemindBuilder with(SkillStore skills) {
    return Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(skills)
        .recallEngine(new InMemoryRecallEngine())
        .deadlines(PATIENCE, PATIENCE);
  }

  private SkillStore loading(CountDownLatch begun, CountDownLatch go) {
    return (SkillStore)
        Proxy.newProxyInstance(
            SkillStore.class.getClassLoader(),
            new Class<?>[] {SkillStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("changes")) {
                begun.countDown();
                go.await();
              }
              try {
                return method.invoke(storage.skills(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
