package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.testkit.CheckingStorage;
import dev.hivemind.testkit.FailingStorage;
import dev.hivemind.testkit.Failures;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import dev.hivemind.testkit.MutableClock;
import dev.hivemind.testkit.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stores that fail at random under an agent's loop: nobody in the loop notices, and once they work
 * again exactly the same lessons exist as if nothing had happened.
 */
class FailingStoresJourneyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STORIES = 12;

  static LongStream seeds() {
    int rounds = Integer.getInteger("hivemind.rounds", 12);
    return LongStream.range(0, rounds).map(i -> Long.getLong("hivemind.seed", 20260400L) + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void storesThatFailAtRandom_loseAndDoubleNothing(long seed) {
    double share = .1 + .1 * new Random(seed).nextInt(3);
    Map<String, String> expected = new Life(new InMemoryStorage(), seed, 0).lived();

    Map<String, String> found = new Life(new InMemoryStorage(), seed, share).lived();

    assertThat(found).as("seed %d, %.1f of the calls failed", seed, share).isEqualTo(expected);
    assertThat(expected).isNotEmpty();
  }

  /** One home's life: stories, recalls and restarts, over stores some of whose calls fail. */
  private static final class Life {
    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Random random;
    private final long seed;
    private final Failures failures;
    private InMemoryStorage rows;
    private long stored;

    Life(InMemoryStorage rows, long seed, double share) {
      this.rows = rows;
      this.seed = seed;
      this.random = new Random(seed);
      this.failures = Failures.random(seed, share);
    }

    Map<String, String> lived() {
      Tales tales = new Tales(seed);
      List<Story> stories = tales.some(STORIES);
      int restart = random.nextInt(STORIES);
      run(tales, stories.subList(0, restart), false);
      rows = rows.reopen();
      run(tales, stories.subList(restart, STORIES), true);
      return lessons();
    }

    private void run(Tales tales, List<Story> stories, boolean last) {
      CheckingStorage checking = new CheckingStorage(new FailingStorage(rows, failures));
      Hivemind hivemind = opened(checking);
      for (Story story : stories) {
        story.recordTo(hivemind);
        assertThat(hivemind.recall(tales.question())).isNotNull();
        assertThat(hivemind.flush(Duration.ofMillis(random.nextInt(30)))).isNotNull();
        clock.advance(Duration.ofMinutes(10));
      }
      if (last) {
        failures.stop();
        assertThat(hivemind.flush(PATIENCE).missing()).as("seed %d", seed).isEmpty();
      }
      hivemind.close();
      assertThat(checking.complaints()).isEmpty();
      counted(hivemind.status());
    }

    // Opening is for people and may throw; they try again.
    private Hivemind opened(Storage storage) {
      while (true) {
        try {
          return Hivemind.builder()
              .eventStore(storage.events())
              .skillStore(storage.skills())
              .recallEngine(new InMemoryRecallEngine())
              .clock(clock)
              .linger(Duration.ZERO)
              .open();
        } catch (HivemindException e) {
          assertThat(e).hasMessageContaining("made to fail");
        }
      }
    }

    private void counted(Status status) {
      stored += status.count(Counter.STORED);
      assertThat(status.queuedEvents()).isZero();
      assertThat(status.count(Counter.RECORDED))
          .isEqualTo(status.count(Counter.STORED) + status.count(Counter.DROPPED_STORE_FAILED));
      assertThat(status.count(Counter.DROPPED_STORE_FAILED)).isZero();
    }

    private Map<String, String> lessons() {
      rows = rows.reopen();
      Map<String, String> lessons = new TreeMap<>();
      try (Hivemind hivemind = opened(rows)) {
        for (Scope scope : Tales.SCOPES) {
          for (SkillState state : SkillState.values()) {
            hivemind.skills(scope).list(state).forEach(skill -> take(hivemind, skill, lessons));
          }
        }
        assertThat(hivemind.status().problems()).isEmpty();
        assertThat(eventsInStore()).isEqualTo(stored);
      }
      return lessons;
    }

    private void take(Hivemind hivemind, Skill skill, Map<String, String> lessons) {
      List<Skill> history = hivemind.skills(skill.scope()).history(skill.name());
      List<SkillRow> stored = rows.skills().history(skill.scope().workspace(), skill.id());
      assertThat(history).hasSameSizeAs(stored).last().isEqualTo(skill);
      assertThat(history)
          .extracting(Skill::revision)
          .isEqualTo(IntStream.rangeClosed(1, history.size()).boxed().toList());
      lessons.put(
          skill.id(),
          String.join(
              "\n",
              skill.scope().toString(),
              skill.name(),
              skill.state().name(),
              skill.trust().name(),
              skill.description(),
              skill.text().replaceAll("\\be-[a-p]{20}\\b", "e-"),
              skill.evidence().stream()
                  .map(one -> one.wanted() + one.session())
                  .toList()
                  .toString()));
    }

    private long eventsInStore() {
      return rows.events().workspaces().stream()
          .mapToLong(one -> rows.events().read(one, 0, Integer.MAX_VALUE).size())
          .sum();
    }
  }
}
