package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.Status.Counter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers that are interrupted at any moment, over the embedded default. */
class InterruptTest {
  private static final int INTERRUPTS = 1_000;
  private static final int CALLERS = 4;
  private static final Author ANA = Author.operator("ana");

  @TempDir Path home;

  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Semaphore turns = new Semaphore(0);

  @Test
  void callers_interruptedAtRandom_closeNoDatabaseAndKillNoThread() throws InterruptedException {
    long seed = Long.getLong("hivemind.seed", 11);
    Random random = new Random(seed);
    try (Hivemind hivemind = Hivemind.open(home)) {
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int number = i;
        callers.add(new Thread(() -> call(hivemind, number, new Random(seed + number))));
      }
      callers.forEach(Thread::start);
      for (int i = 0; i < INTERRUPTS; i++) {
        turns.acquire();
        callers.get(random.nextInt(CALLERS)).interrupt();
      }
      over.set(true);
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(unexpected).as("seed " + seed).isEmpty();
      assertWhole(hivemind);
    }
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertWhole(hivemind);
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  private void call(Hivemind hivemind, int number, Random random) {
    for (int i = 0; !over.get(); i++) {
      try {
        Tale tale = Tale.of(random, number, number + "-" + i % 40);
        for (AgentEvent event : tale.events()) {
          hivemind.record(event);
          turns.release();
        }
        assertThat(hivemind.recall(tale.again())).isNotNull();
        turns.release();
        hivemind.flush(Duration.ofMillis(random.nextInt(20)));
        if (random.nextInt(3) == 0) {
          govern(hivemind, tale, random);
        }
      } catch (HivemindException e) {
        // Whoever governs is told that he was interrupted.
        assertThat(Thread.currentThread().isInterrupted()).as(e.toString()).isTrue();
      } catch (Throwable e) {
        unexpected.add(e);
      }
      Thread.interrupted();
      turns.release();
    }
  }

  private static void govern(Hivemind hivemind, Tale tale, Random random) {
    List<Skill> skills = hivemind.skills(tale.scope()).list(SkillState.ACTIVE);
    if (random.nextInt(4) == 0 && !skills.isEmpty()) {
      try {
        hivemind.skills(tale.scope()).pin(skills.get(0).name(), ANA);
      } catch (StaleRevisionException e) {
        // Another caller was faster.
      }
    }
    if (random.nextInt(8) == 0) {
      hivemind.codify(tale.scope());
    }
  }

  private void assertWhole(Hivemind hivemind) {
    assertThat(hivemind.flush(Agent.PATIENCE).reason()).isEmpty();
    assertThat(hivemind.status().count(Counter.STORED))
        .isEqualTo(hivemind.status().count(Counter.RECORDED));
    assertThat(Learned.skills(hivemind)).isNotEmpty();
    for (Skill skill : Learned.skills(hivemind)) {
      assertThat(skill.state())
          .as(skill.name() + ": " + skill.reason())
          .isEqualTo(SkillState.ACTIVE);
      assertThat(skill.pinnedBy()).as(skill.reason()).isIn("", "ana");
    }
  }
}
