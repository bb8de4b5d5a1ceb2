package dev.hivemind.core.learn;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.AgentEvent.Revert;
import dev.hivemind.AgentEvent.SessionEnd;
import dev.hivemind.AgentEvent.TurnEnd;
import dev.hivemind.CodifyReport;
import dev.hivemind.Scope;
import dev.hivemind.Verdict;
import dev.hivemind.core.monitor.Monitor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one thread that learns. A workspace is mined at once after a correction or another person's
 * verdict, at the end of a turn or session, after a number of events, after a while without any,
 * and whenever somebody asks. What failed is tried again at the next tick, each second, at which
 * the files are looked at, too. Thread-safe.
 */
public final class Learner {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration ANOTHERS_TURN = Duration.ofMillis(50);

  private final Workspaces workspaces;
  private final int codifyAfter;
  private final InstantSource clock;
  private final Monitor monitor;
  private final ScheduledThreadPoolExecutor thread;
  private final ScheduledFuture<?> ticking;
  private final List<Runnable> chores = new CopyOnWriteArrayList<>();
  private volatile Optional<Thread> self = Optional.empty();
  private volatile boolean over;

  /** Creates and starts; {@code threads} makes the thread. */
  public Learner(
      Workspaces workspaces,
      int codifyAfter,
      InstantSource clock,
      Monitor monitor,
      ThreadFactory threads) {
    this.workspaces = workspaces;
    this.codifyAfter = codifyAfter;
    this.clock = clock;
    this.monitor = monitor;
    this.thread = new ScheduledThreadPoolExecutor(1, work -> threads.newThread(() -> live(work)));
    this.ticking =
        thread.scheduleWithFixedDelay(
            this::tick, TICK.toNanos(), TICK.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void live(Runnable work) {
    self = Optional.of(Thread.currentThread());
    work.run();
  }

  /**
   * Returns whether the caller is the learner's own thread. A listener may call the library that
   * calls it; waiting for its own thread, it would wait for ever.
   */
  public boolean isHere() {
    return self.filter(Thread.currentThread()::equals).isPresent();
  }

  /** Hears of a group of events that became durable. */
  public void stored(List<AgentEvent> group) {
    for (AgentEvent event : group) {
      Workspace workspace = workspaces.of(event.session().scope());
      int waiting = workspace.pending().heard(event.session(), clock.instant());
      if (waiting >= codifyAfter || atOnce(event)) {
        request(workspace);
      }
    }
  }

  private static boolean atOnce(AgentEvent event) {
    return event instanceof Correction
        || (event instanceof Approval approval && approval.verdict() != Verdict.APPROVED)
        || event instanceof Edit
        || event instanceof Revert
        || event instanceof TurnEnd
        || event instanceof SessionEnd;
  }

  private void request(Workspace workspace) {
    if (workspace.pending().request()) {
      execute(() -> attempt(() -> learn(workspace)));
    }
  }

  private void learn(Workspace workspace) {
    workspace.learn();
    if (workspace.pending().waits() && !thread.isShutdown()) {
      Runnable again = () -> attempt(() -> learn(workspace));
      Future<?> unused = thread.schedule(again, ANOTHERS_TURN.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /**
   * Brings a workspace up to what another process did, on the caller's thread: learning may take
   * long, and recall shall not wait for it. The files follow on the learner's.
   *
   * @param erased runs if something was erased
   */
  public void follow(String name, Runnable erased) {
    try {
      Workspace workspace = workspaces.named(name);
      Workspace.News news = workspace.follow();
      if (news == Workspace.News.ERASED) {
        erased.run();
      }
      if (news != Workspace.News.NONE) {
        execute(() -> attempt(() -> workspace.inStep(news)));
      }
    } catch (RuntimeException e) {
      monitor.failed("following", e);
      throw e;
    }
  }

  // After close there is nothing to learn for: the backlog is mined when the home is opened again.
  private void execute(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException closed) {
      monitor.failed("learning after close", closed);
    }
  }

  private void mayBegin() {
    if (over) {
      throw new IllegalStateException("this Hivemind is closed");
    }
  }

  private void attempt(Runnable work) {
    if (over) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      monitor.failed("learning", e);
    }
  }

  /** Has something done about every second, beside the learning; it must not throw. */
  public void atEachTick(Runnable chore) {
    chores.add(chore);
  }

  private void tick() {
    attempt(workspaces::lookAgain);
    chores.forEach(this::attempt);
    for (Workspace workspace : workspaces.all()) {
      boolean due = workspace.pending().due(clock.instant());
      attempt(due ? () -> learn(workspace) : workspace::clean);
      attempt(workspace::look);
    }
  }

  /** Has a workspace's library read for the first time. */
  public void load(Workspace workspace) {
    execute(
        () -> {
          try {
            mayBegin();
            workspace.load();
          } catch (RuntimeException | Error e) {
            workspace.pending().failed();
            monitor.failed("loading", e);
          }
        });
  }

  /** Has every workspace mined in the background. */
  public void mineBacklog() {
    workspaces.all().forEach(this::request);
  }

  /**
   * Returns a future that completes when every workspace with something new has been mined,
   * published and indexed; exceptionally, once all have been tried, if one of them failed.
   */
  public CompletableFuture<Void> catchUp() {
    return CompletableFuture.allOf(
        workspaces.all().stream()
            .filter(workspace -> workspace.pending().any())
            .map(workspace -> submit(() -> catchUp(workspace)))
            .toArray(CompletableFuture<?>[]::new));
  }

  // What was asked for before may have been done meanwhile.
  private static Workspace catchUp(Workspace workspace) {
    if (workspace.pending().any()) {
      workspace.learn();
    }
    return workspace;
  }

  /** Returns a future of what was found in a scope and below since that was last asked for. */
  public CompletableFuture<CodifyReport> codify(Workspace workspace, Scope scope) {
    return submit(() -> workspace.codify(scope));
  }

  /** Runs something on the learner's thread, where nothing is mined meanwhile. */
  public <T> CompletableFuture<T> submit(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Runnable attempt =
        () -> {
          try {
            mayBegin();
            done.complete(work.call());
          } catch (Exception | Error e) {
            monitor.failed("learning", e);
            done.completeExceptionally(e);
          }
        };
    if (isHere()) {
      attempt.run();
      return done;
    }
    try {
      thread.execute(attempt);
    } catch (RejectedExecutionException closed) {
      done.completeExceptionally(closed);
    }
    return done;
  }

  /**
   * Runs something on the learner's thread and returns its result, or throws what it threw. An
   * interrupt of the caller neither breaks it off nor gets lost.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public <T> T call(Supplier<T> work) {
    if (isHere()) {
      mayBegin();
      return work.get();
    }
    Future<T> result;
    try {
      result =
          thread.submit(
              () -> {
                mayBegin();
                return work.get();
              });
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("this Hivemind is closed", e);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw rethrown(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException rethrown(ExecutionException failure) {
    Throwable thrown = failure.getCause();
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  /**
   * Ends the thread after what it has begun, or leaves it behind after the given time. Called on
   * that thread it does not wait: what was asked of it and has not begun fails, because stores and
   * home are gone by then.
   */
  public void close(Duration atMost) {
    ticking.cancel(false);
    thread.shutdown();
    if (isHere()) {
      over = true;
      return;
    }
    try {
      if (!thread.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        monitor.problem("the learner did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
