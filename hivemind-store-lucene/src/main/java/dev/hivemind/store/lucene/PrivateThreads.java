package dev.hivemind.store.lucene;

import dev.hivemind.HivemindException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Daemon threads that nobody outside can interrupt. Java closes a file channel when a thread in it
 * is interrupted, and Lucene's writer does not survive that; so all work on files is done here
 * while the caller waits. There are at most as many threads as callers, and idle ones end.
 */
final class PrivateThreads {
  private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
  private final Set<Thread> made = ConcurrentHashMap.newKeySet();

  /** Neither the context class loader nor inheritable thread-locals of a host are kept alive. */
  private Thread thread(Runnable work) {
    made.removeIf(old -> old.getState() == Thread.State.TERMINATED);
    Thread thread = new Thread(null, work, "hivemind-lucene", 0, false);
    thread.setContextClassLoader(PrivateThreads.class.getClassLoader());
    thread.setDaemon(true);
    made.add(thread);
    return thread;
  }

  /** Runs the work and waits for it, whatever interrupts arrive; they are passed on afterwards. */
  <T> T call(String doing, Callable<T> work) {
    Future<T> future = threads.submit(work);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unwrapped(doing, e.getCause() == null ? e : e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Runs the work some time soon. */
  void later(Runnable work) {
    threads.execute(work);
  }

  private static RuntimeException unwrapped(String doing, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof IOException) {
      return new HivemindException(doing + " failed: " + cause.getMessage(), cause);
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(doing, cause);
  }

  /** Lets what runs end, and waits until no thread is left. */
  void close() {
    threads.shutdown();
    boolean interrupted = false;
    for (Thread thread : made) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
