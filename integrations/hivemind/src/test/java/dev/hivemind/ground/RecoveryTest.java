package dev.hivemind.ground;

import static dev.hivemind.testkit.HivemindAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Author;
import dev.hivemind.FlushReport.Stage;
import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindException;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import dev.hivemind.testkit.MutableClock;
import dev.hivemind.testkit.Scenario;
import dev.hivemind.testkit.Scenarios;
import dev.hivemind.testkit.Story;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One thing below breaks once, or for a while: nothing has to be opened again to get over it. */
class RecoveryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Scope SCOPE = Scope.of("payments-service");

  private final InMemoryStorage storage = new InMemoryStorage();
  private final Scenario scenario = Scenarios.correction(SCOPE);

  @Test
  void forget_whoseEraseFailed_finishesWhenItIsCalledAgain() {
    AtomicInteger failures = new AtomicInteger();
    try (Hivemind hivemind = with(skillsFailing("erase", failures)).open()) {
      learn(hivemind);
      failures.set(1);
      assertThatThrownBy(() -> hivemind.forget(Forget.everything(SCOPE)))
          .isInstanceOf(HivemindException.class);
      assertThat(hivemind.recall(scenario.later())).proceeds();

      assertThat(hivemind.forget(Forget.everything(SCOPE)).skills()).hasSize(1);
    }
    assertThat(storage.skills().changes("payments-service", 0, 99))
        .allMatch(change -> change.row().erased())
        .isNotEmpty();
  }

  @Test
  void index_thatFailedOnce_isFedBeforeTheNextFlushReturns() {
    FailingEngine engine = new FailingEngine();
    try (Hivemind hivemind = with(storage.skills()).recallEngine(engine).open()) {
      engine.failures.set(3);
      learn(hivemind);

      assertThat(hivemind.recall(scenario.later())).holds();
      assertThat(hivemind.status().count(Counter.FAILURES)).isEqualTo(3);
    }
  }

  @Test
  void index_thatFailsAtEveryCall_isSaidByFlushWhichDoesNotThrow() {
    FailingEngine engine = new FailingEngine();
    try (Hivemind hivemind = with(storage.skills()).recallEngine(engine).open()) {
      engine.failures.set(Integer.MAX_VALUE);
      tell(hivemind);

      assertThat(hivemind.flush(Duration.ofMillis(300)).missing()).contains(Stage.RECALLABLE);
      assertThat(hivemind.recall(scenario.later())).holds(); // a small library needs no index
      engine.failures.set(0);
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
    }
  }

  @Test
  void skillStore_thatFailsForAWhile_isTriedAgainWithinTheTimeOfTheFlush() {
    AtomicInteger failures = new AtomicInteger();
    try (Hivemind hivemind = with(skillsFailing("append", failures)).open()) {
      failures.set(5);
      tell(hivemind);

      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
      assertThat(hivemind.recall(scenario.later())).holds();
    }
  }

  @Test
  void workspace_thatCannotBeMined_doesNotKeepTheOthersFromIt() {
    Set<String> mined = ConcurrentHashMap.newKeySet();
    AtomicInteger failures = new AtomicInteger(Integer.MAX_VALUE);
    EventStore broken =
        failing(EventStore.class, storage.events(), "read", failures, IllegalStateException::new);
    EventStore brokenForOne = forWorkspace("w0", broken, storage.events());
    try (Hivemind hivemind =
        with(storage.skills())
            .eventStore(brokenForOne)
            .listener(report -> mined.add(report.scope().workspace()))
            .open()) {
      for (int i = 0; i < 8; i++) {
        pushedBack(Session.of(Scope.of("w" + i), "s")).recordTo(hivemind);
      }

      assertThat(hivemind.flush(Duration.ofMillis(500)).missing()).contains(Stage.MINED);
      assertThat(mined).containsExactlyInAnyOrder("w1", "w2", "w3", "w4", "w5", "w6", "w7");
    }
  }

  // Evidence that is mined at the flush, not at once.
  private static Story pushedBack(Session session) {
    return Story.in(session.by(Author.operator("ana")))
        .prompt("Mow the lawn")
        .call("mow_lawn", "{\"height\":\"low\"}")
        .ok("mown")
        .prompt("No, that is wrong. Always mow it high instead.");
  }

  private static EventStore forWorkspace(String name, EventStore only, EventStore others) {
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (proxy, method, arguments) -> {
              boolean named = arguments != null && name.equals(arguments[0]);
              try {
                return method.invoke(named ? only : others, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void errorOfAStore_isAFailureLikeAnyOther() {
    AtomicInteger events = new AtomicInteger();
    AtomicInteger skills = new AtomicInteger();
    EventStore failing =
        failing(EventStore.class, storage.events(), "append", events, NoClassDefFoundError::new);
    SkillStore alsoFailing =
        failing(SkillStore.class, storage.skills(), "append", skills, StackOverflowError::new);
    try (Hivemind hivemind = with(alsoFailing).eventStore(failing).open()) {
      events.set(2);
      skills.set(2);
      learn(hivemind);

      assertThat(hivemind.recall(scenario.later())).holds();
      assertThat(hivemind.status().health()).isEqualTo(Status.Health.DEGRADED);
    }
  }

  @Test
  void health_whenNothingFailedForTenMinutes_isUpAgain() {
    MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    AtomicInteger failures = new AtomicInteger();
    try (Hivemind hivemind = with(skillsFailing("append", failures)).clock(clock).open()) {
      assertThat(hivemind.status().health()).isEqualTo(Status.Health.UP);
      failures.set(1);
      learn(hivemind);

      clock.advance(Duration.ofMinutes(9));
      assertThat(hivemind.status().health()).isEqualTo(Status.Health.DEGRADED);
      clock.advance(Duration.ofMinutes(1));
      assertThat(hivemind.status().health()).isEqualTo(Status.Health.UP);
      assertThat(hivemind.status().problems()).isNotEmpty();
    }
  }

  @Test
  void errorOfAListenerOrCodifier_doesNotStopTheLearner() {
    HivemindBuilder builder =
        with(storage.skills())
            .codifier(
                (group, nearest) -> {
                  throw new StackOverflowError();
                })
            .listener(
                report -> {
                  throw new NoClassDefFoundError();
                });
    try (Hivemind hivemind = builder.open()) {
      learn(hivemind);

      assertThat(hivemind.recall(scenario.later())).holds();
      assertThat(hivemind.status().count(Counter.FAILURES)).isEqualTo(2);
    }
  }

  @Test
  void close_overAStoreThatNeverRecovers_countsEveryEventAndTakesSeconds() {
    AtomicInteger failures = new AtomicInteger();
    EventStore broken =
        failing(
            EventStore.class,
            new InMemoryEventStore(),
            "append",
            failures,
            () -> new IllegalStateException("broken"));
    Hivemind hivemind = with(storage.skills()).eventStore(broken).open();
    failures.set(Integer.MAX_VALUE);
    for (int i = 0; i < 30_000; i++) {
      hivemind.record(scenario.later().session().prompt("prompt " + i));
    }
    long start = System.nanoTime();
    hivemind.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    Status status = hivemind.status();
    assertThat(status.count(Counter.DROPPED_STORE_FAILED))
        .isEqualTo(status.count(Counter.RECORDED))
        .isPositive();
    assertThat(status.queuedEvents()).isZero();
  }

  @Test
  void sixteenThreads_thatCorrectTheSame_makeOneSkill() throws InterruptedException {
    try (Hivemind hivemind = with(storage.skills()).open()) {
      List<Thread> threads =
          IntStream.range(0, 16)
              .mapToObj(i -> new Thread(() -> correctedBy(i).recordTo(hivemind)))
              .toList();
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();

      assertThat(hivemind.skills(SCOPE).list())
          .singleElement()
          .satisfies(
              skill -> {
                assertThat(skill.evidence()).hasSize(16);
                assertThat(skill.situations()).isNotEmpty();
              });
      assertThat(storage.events().read("payments-service", 0, 999))
          .hasSize(64)
          .extracting(EventRow::id)
          .doesNotHaveDuplicates();
    }
  }

  private static Story correctedBy(int number) {
    Session session =
        Session.of(SCOPE, "session-" + number).by(Author.operator("operator-" + number));
    return Story.in(session)
        .prompt("Refund order " + number)
        .call("refund", "{\"order\":" + (1_000 + number) + "}")
        .ok("refunded")
        .correction("No. Check the settlement window before you refund.");
  }

  private void tell(Hivemind hivemind) {
    scenario.stories().forEach(story -> story.recordTo(hivemind));
  }

  private void learn(Hivemind hivemind) {
    tell(hivemind);
    assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
  }

  private HivemindBuilder with(SkillStore skills) {
    return Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(skills)
        .recallEngine(new InMemoryRecallEngine())
        .deadlines(PATIENCE, PATIENCE);
  }

  private SkillStore skillsFailing(String method, AtomicInteger failures) {
    return failing(
        SkillStore.class,
        storage.skills(),
        method,
        failures,
        () -> new HivemindException("broken on purpose"));
  }

  private interface Thrown {
    Throwable make();
  }

  private static <T> T failing(
      Class<T> type, T sound, String which, AtomicInteger failures, Thrown thrown) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(which)
                  && failures.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0) {
                throw thrown.make();
              }
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static final class FailingEngine implements RecallEngine {
    private final RecallEngine engine = new InMemoryRecallEngine();
    private final AtomicInteger failures = new AtomicInteger();

    private void fail() {
      if (failures.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0) {
        throw new IllegalStateException("broken on purpose");
      }
    }

    @Override
    public long version(String workspace) {
      fail();
      return engine.version(workspace);
    }

    @Override
    public void apply(String workspace, List<IndexEntry> entries, long version) {
      fail();
      engine.apply(workspace, entries, version);
    }

    @Override
    public List<Candidate> candidates(CandidateQuery query) {
      fail();
      return engine.candidates(query);
    }

    @Override
    public void clear(String workspace) {
      fail();
      engine.clear(workspace);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
