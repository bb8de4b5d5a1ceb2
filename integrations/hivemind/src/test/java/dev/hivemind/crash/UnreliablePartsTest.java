package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Codifier;
import dev.hivemind.Evidence;
import dev.hivemind.FlushReport.Stage;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindListener;
import dev.hivemind.Proposal;
import dev.hivemind.Skill;
import dev.hivemind.Status.Counter;
import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Codifiers, redactors, listeners and indexes that throw, stall or lie, until they do not. */
class UnreliablePartsTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final String HUGE = "mow the lawn ".repeat(100_000);

  @TestFactory
  Stream<DynamicTest> codifier_thatThrowsOrLies_isReplacedByTheRules() {
    Map<String, Codifier> codifiers =
        Map.of(
            "throws",
                (group, nearest) -> {
                  throw failure();
                },
            "null", (group, nearest) -> null,
            "unknown skill", (group, nearest) -> new Proposal.Merge("s-none", draft("x"), "x"),
            "huge", (group, nearest) -> new Proposal.Keep(draft(HUGE), "x"),
            "blank", (group, nearest) -> new Proposal.Keep(draft(" "), "x"),
            "huge reason", (group, nearest) -> new Proposal.Keep(draft("mow"), HUGE),
            "changes what it is given", UnreliablePartsTest::emptied);
    return codifiers.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(),
                    () -> {
                      try (Hivemind hivemind =
                          Agent.builder(new InMemoryStorage()).codifier(one.getValue()).open()) {
                        Agent.work(hivemind);
                        Agent.assertRecovered(hivemind);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> codifier_whoseWordsAreStrange_makesWholeSkillsAllTheSame() {
    return Stream.of(
            "---\nname: x\n---",
            "\u0000\u0007",
            "\ud800",
            "../../etc/passwd",
            "con",
            "a".repeat(300))
        .map(
            words ->
                DynamicTest.dynamicTest(
                    words.replaceAll("[^a-z./]", "?"),
                    () -> {
                      try (Hivemind hivemind =
                          Agent.builder(new InMemoryStorage())
                              .codifier((group, near) -> new Proposal.Keep(draft(words), words))
                              .open()) {
                        Agent.work(hivemind);
                        assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
                        assertThat(Learned.skills(hivemind)).isNotEmpty();
                      }
                    }));
  }

  @Test
  void redactor_thatThrowsOrLies_losesTextsAndNothingElse() {
    List<String> lies = new ArrayList<>();
    try (Hivemind hivemind =
        Agent.builder(new InMemoryStorage())
            .redactor(
                text -> {
                  lies.add(text);
                  return switch (lies.size() % 4) {
                    case 0 -> throw failure();
                    case 1 -> null;
                    case 2 -> HUGE;
                    default -> text;
                  };
                })
            .open()) {
      Agent.work(hivemind);

      assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
      assertThat(hivemind.status().count(Counter.STORED))
          .isEqualTo(hivemind.status().count(Counter.RECORDED));
      assertThat(hivemind.status().count(Counter.UNREADABLE)).isZero();
    }
  }

  @Test
  void listener_thatThrows_changesNothing() {
    try (Hivemind hivemind =
        Agent.builder(new InMemoryStorage())
            .listener(
                report -> {
                  throw failure();
                })
            .open()) {
      Agent.work(hivemind);
      Agent.assertRecovered(hivemind);
      assertThat(hivemind.status().problems()).isNotEmpty();
    }
  }

  @Test
  void listenerAndCodifier_thatStall_delayLearningAlone() {
    CountDownLatch release = new CountDownLatch(1);
    HivemindListener listener = report -> await(release);
    try (Hivemind hivemind =
        Agent.builder(new InMemoryStorage())
            .listener(listener)
            .codifier(
                (group, nearest) -> {
                  await(release);
                  throw new IllegalStateException("on purpose");
                })
            .open()) {
      Agent.work(hivemind);

      assertThat(hivemind.flush(SHORT).missing())
          .containsExactlyInAnyOrder(Stage.MINED, Stage.RECALLABLE);
      release.countDown();
      Agent.assertRecovered(hivemind);
    }
  }

  @TestFactory
  Stream<DynamicTest> index_thatLies_isNotBelieved() {
    Map<String, Object> lies =
        Map.of(
            "unknown ids", List.of(new Candidate("s-none", 9, Map.of())),
            "not a number", List.of(new Candidate("s-none", Double.NaN, Map.of())),
            "negative", List.of(new Candidate("s-none", -1, Map.of())),
            "nothing", List.of(),
            "a version ahead", Long.MAX_VALUE,
            "a version behind", 0L);
    return lies.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(),
                    () -> {
                      AtomicBoolean lying = new AtomicBoolean(true);
                      try (Hivemind hivemind = opened(lying(one.getValue(), lying))) {
                        Agent.work(hivemind);
                        lying.set(false);
                        Agent.assertRecovered(hivemind);
                      }
                    }));
  }

  @Test
  void index_thatNamesSkillsOfOtherScopes_isNotBelieved() {
    InMemoryRecallEngine real = new InMemoryRecallEngine();
    try (Hivemind hivemind = opened(everything(real))) {
      Agent.work(hivemind);
      assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
      for (String scope : List.of("station/elsewhere", "station", "another/team0")) {
        Tale beside = new Tale(dev.hivemind.Scope.of(scope), "s", "close_ticket");
        assertThat(hivemind.recall(beside.again()).skills()).as(scope).isEmpty();
        assertThat(hivemind.recall(beside.again()).text()).as(scope).isEmpty();
      }
    }
  }

  @Test
  void index_thatStallsWhenItIsFed_delaysFlushAlone() {
    CountDownLatch release = new CountDownLatch(1);
    RecallEngine engine =
        proxy(
            new InMemoryRecallEngine(),
            (method, result) -> {
              if (method.equals("apply")) {
                await(release);
              }
              return result;
            });
    try (Hivemind hivemind = opened(engine)) {
      Agent.work(hivemind);
      assertThat(hivemind.flush(SHORT).complete()).isFalse();
      release.countDown();
      Agent.assertRecovered(hivemind);
    }
  }

  @Test
  void skillStore_thatRefusesOneSkillForGood_keepsTheOthers() {
    InMemoryStorage storage = new InMemoryStorage();
    SkillStore picky =
        (SkillStore)
            Proxy.newProxyInstance(
                SkillStore.class.getClassLoader(),
                new Class<?>[] {SkillStore.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("append")
                      && arguments[0].toString().contains("pay_supplier")) {
                    throw new IllegalArgumentException("refused on purpose");
                  }
                  try {
                    return method.invoke(storage.skills(), arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    try (Hivemind hivemind =
        Agent.builder(storage.events(), picky, new InMemoryRecallEngine()).open()) {
      Agent.work(hivemind);

      assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
      assertThat(Learned.skills(hivemind)).extracting(Skill::text).isNotEmpty();
      assertThat(hivemind.status().problems()).isNotEmpty();
    }
  }

  private static Hivemind opened(RecallEngine engine) {
    InMemoryStorage storage = new InMemoryStorage();
    return Agent.builder(storage.events(), storage.skills(), engine).open();
  }

  private interface Lie {
    Object about(String method, Object result);
  }

  private static RecallEngine lying(Object lie, AtomicBoolean lying) {
    String subject = lie instanceof Long ? "version" : "candidates";
    return proxy(
        new InMemoryRecallEngine(),
        (method, result) -> lying.get() && method.equals(subject) ? lie : result);
  }

  private static RecallEngine everything(InMemoryRecallEngine engine) {
    return proxy(
        engine,
        (method, result) ->
            method.equals("candidates")
                ? engine.candidates(
                    new CandidateQuery(
                        "station",
                        java.util.Set.of("station/team0", "harbour/team0"),
                        java.util.Set.of(),
                        "close ticket 4711 symptom reporter",
                        100))
                : result);
  }

  private static RecallEngine proxy(RecallEngine engine, Lie lie) {
    return (RecallEngine)
        Proxy.newProxyInstance(
            RecallEngine.class.getClassLoader(),
            new Class<?>[] {RecallEngine.class},
            (proxy, method, arguments) -> {
              try {
                return lie.about(method.getName(), method.invoke(engine, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Proposal.Draft draft(String text) {
    return new Proposal.Draft(text, text, text);
  }

  private static Proposal emptied(List<Evidence> group, List<Skill> nearest) {
    group.clear();
    throw failure();
  }

  private static IllegalStateException failure() {
    return new IllegalStateException("on purpose");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
