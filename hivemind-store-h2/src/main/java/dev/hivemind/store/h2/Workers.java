package dev.hivemind.store.h2;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The only threads that touch the database. Nobody interrupts them, and an interrupt is what makes
 * H2 acknowledge a write before it is one. Daemons, gone after {@link #close}.
 */
final class Workers {
  private final ExecutorService threads;

  Workers(int count) {
    threads = Executors.newFixedThreadPool(count, named("hivemind-h2-worker-"));
  }

  static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(Workers.class.getClassLoader());
      return thread;
    };
  }

  /** Runs the work and waits for it, whatever happens to the calling thread meanwhile. */
  <T> T call(Supplier<T> work) {
    Future<T> result = threads.submit(work::get);
    return Uninterrupted.get(
        () -> {
          try {
            return result.get();
          } catch (ExecutionException e) {
            throw rethrown(e);
          }
        });
  }

  private static RuntimeException rethrown(ExecutionException failure) {
    Throwable thrown = failure.getCause();
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  void close() {
    threads.shutdown();
    boolean ended =
        Uninterrupted.get(() -> threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    assert ended;
  }
}
