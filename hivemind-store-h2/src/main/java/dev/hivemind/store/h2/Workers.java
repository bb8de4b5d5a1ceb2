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
 * The threads that read, and open and close, the database in the callers' place. Nobody interrupts
 * them: an interrupt would break off what H2 waits for. Daemons, gone after {@link #close}.
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
    return outcome(threads.submit(work::get));
  }

  /** Waits for an outcome, and throws what was thrown. */
  static <T> T outcome(Future<T> work) {
    return Uninterrupted.get(
        () -> {
          try {
            return work.get();
          } catch (ExecutionException e) {
            throw thrown(e);
          }
        });
  }

  private static RuntimeException thrown(ExecutionException failure) {
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
