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
import java.util.stream.IntStream;

/** Searches on one thread while another applies. */
final class RecallRaces {
  private static final int ROUNDS = 100;
  private static final int ATTEMPTS = 5;
  private static final int LARGEST = 128_000;
  private static final long LONG_APPLY = TimeUnit.MILLISECONDS.toNanos(400);

  private final RecallEngine engine;

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

  /**
   * Finds an apply that takes long enough to tell, then wants the longest search beside it to take
   * less than half of that. Some attempts, as a busy machine can stop any thread.
   */
  void searchesGoOnDuringApply() throws Exception {
    engine.apply(SHOP, List.of(entry("b", SHOP, "basket")), 1);
    int size = 1_000;
    while (size < LARGEST && applied("probe", size) < LONG_APPLY) {
      size *= 2;
    }
    long longest = Long.MAX_VALUE;
    long alone = 0;
    for (int attempt = 0; attempt < ATTEMPTS && longest >= alone / 2; attempt++) {
      long before = applied("before" + attempt, size);
      longest = longestSearchDuring("during" + attempt, size);
      alone = Math.min(before, applied("after" + attempt, size));
    }
    assertThat(longest).as("ns of the longest search beside an apply").isLessThan(alone / 2);
  }

  private long applied(String workspace, int size) {
    List<IndexEntry> entries = many(size, "s", workspace, "refund the settlement window");
    long start = System.nanoTime();
    engine.apply(workspace, entries, 1);
    return System.nanoTime() - start;
  }

  private long longestSearchDuring(String workspace, int size) throws Exception {
    long[] longest = {0};
    during(
        () -> applied(workspace, size),
        () -> {
          long start = System.nanoTime();
          assertThat(engine.candidates(query(SHOP, "basket", 1))).hasSize(1);
          engine.candidates(query(workspace, "nothing", 1));
          longest[0] = Math.max(longest[0], System.nanoTime() - start);
        });
    return longest[0];
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
