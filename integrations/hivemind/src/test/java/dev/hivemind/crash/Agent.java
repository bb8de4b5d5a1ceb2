package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.AgentEvent;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** An agent's loop over parts that fail: what it may see of it is nothing. */
final class Agent {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  // Generous: what is measured is that nobody waits for a stalled part, on a machine that is busy.
  private static final Duration RECALL = Duration.ofSeconds(5);
  private static final List<Tale> TALES = tales();

  private Agent() {}

  private static List<Tale> tales() {
    Random random = new Random(5);
    return IntStream.range(0, 6).mapToObj(i -> Tale.of(random, 0, "tale-" + i)).toList();
  }

  static HivemindBuilder builder(EventStore events, SkillStore skills, RecallEngine engine) {
    return Hivemind.builder()
        .eventStore(events)
        .skillStore(skills)
        .recallEngine(engine)
        .linger(Duration.ZERO);
  }

  static HivemindBuilder builder(InMemoryStorage storage) {
    return builder(storage.events(), storage.skills(), new InMemoryRecallEngine());
  }

  /** Records every tale and asks after each. */
  static void work(Hivemind hivemind) {
    work(hivemind, () -> {});
  }

  static void work(Hivemind hivemind, Runnable between) {
    for (Tale tale : TALES) {
      for (AgentEvent event : tale.events()) {
        assertThat(hivemind.record(event)).isNotEmpty();
        between.run();
      }
      ask(hivemind, tale);
      hivemind.flush(Duration.ofMillis(20));
    }
  }

  private static void ask(Hivemind hivemind, Tale tale) {
    long start = System.nanoTime();
    assertThat(hivemind.recall(tale.again())).isNotNull();
    assertThat(System.nanoTime() - start).as("recall").isLessThan(RECALL.toNanos());
  }

  /** Throws unless everything is learned and recalled as if nothing had ever failed. */
  static void assertRecovered(Hivemind hivemind) {
    assertThat(hivemind.flush(PATIENCE).reason()).isEmpty();
    assertThat(learned(hivemind)).isEqualTo(undisturbed());
    for (Tale tale : TALES) {
      Tale later = new Tale(tale.scope(), "later-" + tale.session(), tale.tool());
      assertThat(hivemind.recall(later.again()).skills()).as("recall of " + tale).hasSize(1);
    }
  }

  private static List<Learned> undisturbed() {
    try (Hivemind hivemind = builder(new InMemoryStorage()).open()) {
      work(hivemind);
      assertThat(hivemind.flush(PATIENCE).reason()).isEmpty();
      return learned(hivemind);
    }
  }

  /** Ids of evidence are made of ids of events, which differ from run to run. */
  private static List<Learned> learned(Hivemind hivemind) {
    return Learned.skills(hivemind).stream()
        .map(Learned::of)
        .map(
            one ->
                new Learned(
                    one.scope(),
                    one.name(),
                    one.state(),
                    one.text().replaceAll("e-[a-p]{20}", "evidence"),
                    List.of(one.evidence().size() + " pieces")))
        .toList();
  }
}
