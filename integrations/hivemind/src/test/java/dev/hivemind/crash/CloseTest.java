package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.AgentEvent;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.testkit.InMemoryStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Closing under agents that work. */
class CloseTest {
  private static final int ROUNDS = 10;
  private static final int AGENTS = 3;

  @Test
  void agents_whoseLibraryIsClosedUnderThem_seeNoException() throws InterruptedException {
    Queue<Throwable> seen = new ConcurrentLinkedQueue<>();
    for (int round = 0; round < ROUNDS; round++) {
      Hivemind hivemind = Agent.builder(new InMemoryStorage()).open();
      CountDownLatch working = new CountDownLatch(AGENTS);
      CountDownLatch closed = new CountDownLatch(1);
      List<Thread> agents = new ArrayList<>();
      for (int agent = 0; agent < AGENTS; agent++) {
        String name = "agent" + agent;
        agents.add(new Thread(() -> work(hivemind, name, working, closed, seen)));
      }
      agents.forEach(Thread::start);
      working.await();
      hivemind.close();
      closed.countDown();
      for (Thread agent : agents) {
        agent.join();
      }
    }
    assertThat(seen).isEmpty();
  }

  private static void work(
      Hivemind hivemind,
      String name,
      CountDownLatch working,
      CountDownLatch closed,
      Queue<Throwable> seen) {
    try {
      for (int i = 0; closed.getCount() > 0; i++) {
        Tale tale = new Tale(Scope.of(name + "-" + i), "s", "mow_lawn");
        hivemind.recall(tale.again());
        for (AgentEvent event : tale.events()) {
          hivemind.record(event);
        }
        hivemind.flush(Duration.ofMillis(1));
        working.countDown();
      }
    } catch (Throwable e) {
      seen.add(e);
      working.countDown();
    }
  }
}
