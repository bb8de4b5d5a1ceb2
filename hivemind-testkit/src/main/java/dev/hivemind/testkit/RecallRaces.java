package dev.hivemind.testkit;

import static dev.hivemind.testkit.RecallEngineContract.PAY;
import static dev.hivemind.testkit.RecallEngineContract.SHOP;
import static dev.hivemind.testkit.RecallEngineContract.entry;
import static dev.hivemind.testkit.RecallEngineContract.ids;
import static dev.hivemind.testkit.RecallEngineContract.many;
import static dev.hivemind.testkit.RecallEngineContract.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Searches on one thread while another applies. */
final class RecallRaces {
  private static final int ROUNDS = 100;
  private static final int ATTEMPTS = 5;
  private static final int SEARCHES = 5;
  private static final int COLD = 50;
  private static final int LARGEST = 128_000;
  private static final long LONG_APPLY = TimeUnit.MILLISECONDS.toNanos(200);

  private final RecallEngine engine;
  private int next;

  RecallRaces(RecallEngine engine) {
    this.engine = engine;
  }

  void allOrNothing() throws Exception {
    engine.apply(PAY, many(10, "s", PAY, "refund"), 1);
    List<IndexEntry> even = many(10, "s", PAY, "refund");
    List<IndexEntry> odd = many(10, "s", PAY, "ledger");
    Runnable writes =
        () -> {
          for (int i = 2; i < ROUNDS; i++) {
            engine.apply(PAY, i % 2 == 0 ? even : odd, i);
          }
        };
    during(
        writes,
        () -> {
          assertThat(engine.candidates(query(PAY, "refund", 100)).size()).isIn(0, 10);
          assertThat(engine.candidates(query(PAY, "refund ledger", 100))).hasSize(10);
        });
  }

  void versionNeverAhead() throws Exception {
    Runnable writes =
        () -> {
          for (int i = 1; i <= ROUNDS; i++) {
            engine.apply(PAY, List.of(entry("v" + i, PAY, "refund")), i);
          }
        };
    during(
        writes,
        () -> {
          long version = engine.version(PAY);
          List<String> expected =
              IntStream.rangeClosed(1, (int) version).mapToObj(i -> "v" + i).toList();
          assertThat(ids(engine.candidates(query(PAY, "refund", ROUNDS)))).containsAll(expected);
        });
  }

  /** Leaves workspaces that an engine which keeps them must open first when it is opened again. */
  static void prepare(RecallEngine before) {
    for (int i = 0; i < COLD; i++) {
      before.apply(SHOP + i, List.of(entry("b", SHOP + i, "basket")), 1);
    }
  }

  /**
   * Finds an apply that takes long, then counts the searches that begin and end while it runs. One
   * that waits for it adds at most a few, as it starts and as it ends.
   */
  void searchesGoOnDuringApply() throws Exception {
    int size = 1_000;
    while (size < LARGEST
        && Math.min(applied("probe", size), applied("again", size)) < LONG_APPLY) {
      size *= 2;
    }
    int most = 0;
    for (int attempt = 0; attempt < ATTEMPTS && most < SEARCHES; attempt++) {
      most = Math.max(most, searchesDuring("during" + attempt, size));
    }
    assertThat(most).as("searches during an apply").isGreaterThanOrEqualTo(SEARCHES);
  }

  private long applied(String workspace, int size) {
    List<IndexEntry> entries = many(size, "s", workspace, "refund the settlement window");
    long start = System.nanoTime();
    engine.apply(workspace, entries, 1);
    return System.nanoTime() - start;
  }

  private int searchesDuring(String workspace, int size) throws Exception {
    List<IndexEntry> entries = many(size, "s", workspace, "refund the settlement window");
    AtomicBoolean applying = new AtomicBoolean();
    int[] answered = {0};
    during(
        () -> {
          applying.set(true);
          engine.apply(workspace, entries, 1);
          applying.set(false);
        },
        () -> {
          if (applying.get()) {
            engine.candidates(query(SHOP + next++ % COLD, "basket", 1));
            engine.candidates(query(workspace, "nothing", 1));
            answered[0] += applying.get() ? 1 : 0;
          }
          // A lock that is not fair would otherwise never let the apply in.
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        });
    return answered[0];
  }

  /** Runs the check again and again while the writes go on, at least once. */
  private static void during(Runnable writes, Runnable check) throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> written = other.submit(writes);
      do {
        check.run();
      } while (!written.isDone());
      written.get(60, TimeUnit.SECONDS);
      check.run();
    } finally {
      other.shutdownNow();
    }
  }
}
