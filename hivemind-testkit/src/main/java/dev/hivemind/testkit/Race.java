package dev.hivemind.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that begin together. */
final class Race {
  private static final int PATIENCE_SECONDS = 60;

  private Race() {}

  /** Runs one racer a thread and returns their results by number; what one throws is thrown. */
  static <T> List<T> of(int racers, IntFunction<T> racer) {
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      CyclicBarrier start = new CyclicBarrier(racers);
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        int number = i;
        Callable<T> whenAllAreHere =
            () -> {
              start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              return racer.apply(number);
            };
        running.add(threads.submit(whenAllAreHere));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(result(one));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> racer) {
    try {
      return racer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed: " + e.getCause(), e.getCause());
    } catch (TimeoutException | InterruptedException e) {
      throw new AssertionError("a thread did not end within " + PATIENCE_SECONDS + " s", e);
    }
  }
}
