package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.Status.Health;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.testkit.InMemoryEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever closes finds the home free when close returns. */
@Timeout(60)
class ClosingTest {
  @TempDir Path home;

  @Test
  void close_whileAnotherThreadCloses_returnsOnceTheHomeIsFree() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Hivemind hivemind = Hivemind.builder().home(home).eventStore(new Stalling(go)).open();
    Story.teach(hivemind);
    Thread first = new Thread(hivemind::close, "first");
    first.start();
    while (hivemind.status().health() != Health.CLOSED) {
      Thread.onSpinWait();
    }
    CompletableFuture<String> reopened = new CompletableFuture<>();
    Thread second = new Thread(() -> reopened.complete(closeAndReopen(hivemind)), "second");
    second.start();
    while (second.getState() == Thread.State.NEW || second.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    go.countDown();
    first.join();

    assertThat(reopened.get()).isEqualTo("opened");
  }

  @Test
  void close_byAListener_freesTheHomeAndNobodyWaitsForTheThread() throws Exception {
    AtomicReference<Hivemind> open = new AtomicReference<>();
    CompletableFuture<String> reopened = new CompletableFuture<>();
    Hivemind hivemind =
        Hivemind.builder()
            .home(home)
            .listener(report -> reopened.complete(closeAndReopen(open.get())))
            .open();
    open.set(hivemind);
    long start = System.nanoTime();
    Story.teach(hivemind);
    hivemind.flush(Story.patience());

    assertThat(reopened.get()).isEqualTo("opened");
    hivemind.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  private String closeAndReopen(Hivemind hivemind) {
    try {
      hivemind.close();
      Hivemind.open(home).close();
      return "opened";
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  /** Keeps the writer waiting until it is let go. */
  private static final class Stalling implements EventStore {
    private final EventStore store = new InMemoryEventStore();
    private final CountDownLatch go;

    Stalling(CountDownLatch go) {
      this.go = go;
    }

    @Override
    public void append(List<EventRow> group) {
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      store.append(group);
    }

    @Override
    public List<EventRow> read(String workspace, long after, int limit) {
      return store.read(workspace, after, limit);
    }

    @Override
    public Set<String> workspaces() {
      return store.workspaces();
    }

    @Override
    public Checkpoint checkpoint(String workspace, String consumer) {
      return store.checkpoint(workspace, consumer);
    }

    @Override
    public boolean advance(Checkpoint from, Checkpoint to) {
      return store.advance(from, to);
    }

    @Override
    public void erase(String workspace, Collection<String> ids) {
      store.erase(workspace, ids);
    }

    @Override
    public int retain(String workspace, Instant since) {
      return store.retain(workspace, since);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
