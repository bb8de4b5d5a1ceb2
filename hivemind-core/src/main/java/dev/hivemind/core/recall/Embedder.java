package dev.hivemind.core.recall;

import dev.hivemind.Skill;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.EmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the host's embedding model, on two threads that are nobody's but its own: one for questions,
 * which never waits for the other, one for the library, in batches, whenever it changes. Vectors
 * are kept in memory by skill and revision, for as long as the skill is active, and made anew after
 * a start. While the model stalls, one question at most waits for it; the others go on at once.
 * Thread-safe.
 */
public final class Embedder implements AutoCloseable {
  private static final int BATCH = 32;
  private static final int TEXT = 2_000;
  private static final long IDLE_SECONDS = 5;

  private final EmbeddingModel model;
  private final boolean present;
  private final Monitor monitor;
  private final Semaphore turn = new Semaphore(1);
  private final ThreadPoolExecutor asking;
  private final ThreadPoolExecutor learning;
  private final Map<String, Vectors> byWorkspace = new ConcurrentHashMap<>();

  /** Creates; threads begin with the first question and the first skill. */
  public Embedder(EmbeddingModel model, ThreadFactory threads, Monitor monitor) {
    this(model, true, threads, monitor);
  }

  private Embedder(EmbeddingModel model, boolean present, ThreadFactory threads, Monitor monitor) {
    this.model = model;
    this.present = present;
    this.monitor = monitor;
    this.asking = one(threads);
    this.learning = one(threads);
  }

  // What comes while its thread is still on its way back from the work before waits for it.
  private static ThreadPoolExecutor one(ThreadFactory threads) {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** Returns one without a model, of which nobody expects anything. */
  public static Embedder none() {
    return new Embedder(texts -> List.of(), false, Thread::new, new Monitor());
  }

  /** Has the vectors of a library's skills made where they are missing; returns at once. */
  void know(String workspace, LibrarySnapshot snapshot) {
    if (!present) {
      return;
    }
    List<Skill> skills = snapshot.active();
    try {
      learning.execute(() -> learn(workspace, skills));
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: nobody asks any more.
    }
  }

  private void learn(String workspace, List<Skill> skills) {
    try {
      Vectors vectors = byWorkspace.getOrDefault(workspace, Vectors.NONE);
      if (vectors.background().isEmpty() && !skills.isEmpty()) {
        vectors = vectors.against(embedded(Background.lines()));
      }
      Set<String> wanted = new HashSet<>();
      List<Skill> missing = new ArrayList<>();
      for (Skill skill : skills) {
        wanted.add(Vectors.key(skill));
        if (!vectors.holds(skill)) {
          missing.add(skill);
        }
      }
      vectors = vectors.only(wanted);
      for (int from = 0; from < missing.size(); from += BATCH) {
        List<Skill> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
        vectors = vectors.with(batch, embedded(batch.stream().map(Embedder::text).toList()));
      }
      byWorkspace.put(workspace, vectors.measured());
    } catch (RuntimeException | Error e) {
      monitor.failed("embedding the library", e);
    }
  }

  private static String text(Skill skill) {
    return skill.name().replace('-', ' ') + "\n" + skill.description();
  }

  private List<float[]> embedded(List<String> texts) {
    List<float[]> vectors = model.embed(texts.stream().map(Embedder::cut).toList());
    if (vectors.size() != texts.size()) {
      throw new IllegalStateException(
          "the embedding model gave " + vectors.size() + " vectors for " + texts.size() + " texts");
    }
    return vectors;
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(TEXT, text.length()));
  }

  /**
   * Returns what the model says of a question to so many skills, unless it is late, fails, is busy,
   * or does not know all of them yet: half of a library must not be ranked by other rules than the
   * other half.
   */
  Optional<Meaning> meaning(String workspace, int skills, String question, Duration atMost) {
    if (!present) {
      return Optional.of(Meaning.UNKNOWN);
    }
    Vectors vectors = byWorkspace.getOrDefault(workspace, Vectors.NONE);
    if (vectors.size() < Math.max(1, skills) || !turn.tryAcquire()) {
      return Optional.empty();
    }
    try {
      Future<List<float[]>> answer = asking(question);
      float[] vector = answer.get(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS).get(0);
      return Optional.of(vectors.meaning(vector));
    } catch (TimeoutException | RejectedExecutionException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      monitor.failed("embedding a question", e.getCause() == null ? e : e.getCause());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Future<List<float[]>> asking(String question) {
    try {
      return asking.submit(
          () -> {
            try {
              return embedded(List.of(question));
            } finally {
              turn.release();
            }
          });
    } catch (RejectedExecutionException e) {
      turn.release();
      throw e;
    }
  }

  /** Ends the threads; one that is inside the model is interrupted and left to it. */
  @Override
  public void close() {
    asking.shutdownNow();
    learning.shutdownNow();
  }
}
