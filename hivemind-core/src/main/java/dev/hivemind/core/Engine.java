package dev.hivemind.core;

import dev.hivemind.Advice;
import dev.hivemind.AgentEvent;
import dev.hivemind.CodifyReport;
import dev.hivemind.CopyReport;
import dev.hivemind.Explanation;
import dev.hivemind.FlushReport;
import dev.hivemind.FlushReport.Stage;
import dev.hivemind.Forget;
import dev.hivemind.ForgetReport;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.LearningReport;
import dev.hivemind.Recall;
import dev.hivemind.Recall.Flag;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.SkillLibrary;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.Status.Health;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.backup.Copies;
import dev.hivemind.core.capture.Intake;
import dev.hivemind.core.event.EventTexts;
import dev.hivemind.core.learn.Learner;
import dev.hivemind.core.learn.QuietOffice;
import dev.hivemind.core.learn.Workspace;
import dev.hivemind.core.learn.Workspaces;
import dev.hivemind.core.library.Desk;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.outcome.RecallRow;
import dev.hivemind.core.recall.Recaller;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The facade's engine: hands each call to the room that answers it, and keeps whatever breaks there
 * out of the agent's loop.
 *
 * <p>Three threads at most touch an event: the caller's puts it into the intake, the writer's masks
 * and stores it, the learner's mines it. Recall runs on the caller's thread over immutable
 * snapshots.
 */
final class Engine implements Hivemind {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final Settings settings;
  private final Parts parts;
  private final Map<String, String> described;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** The rooms an engine is put together from. */
  record Parts(
      Ids ids,
      InstantSource clock,
      Intake intake,
      Workspaces workspaces,
      Learner learner,
      Recaller recaller,
      Forgetting forgetting,
      Copies copies,
      RecallsLogged logged,
      Monitor monitor,
      Runnable end) {}

  Engine(Settings settings, Parts parts, Map<String, String> described) {
    this.settings = settings;
    this.parts = parts;
    this.described = described;
  }

  @Override
  public String record(@Nullable AgentEvent event) {
    return record(event, parts.clock.instant());
  }

  @Override
  public String record(@Nullable AgentEvent event, @Nullable Instant at) {
    String id = parts.ids.next();
    try {
      if (event == null || !EventTexts.isWhole(event) || isOwn(event)) {
        parts.monitor.count(Counter.DROPPED_MALFORMED);
        parts.monitor.problem(
            "an event that is null, holds a null or a name too long, or is the engine's own was dropped");
        return id;
      }
      if (event instanceof AgentEvent.Prompt) {
        parts.recaller.newTurn(event.session());
      } else if (event instanceof AgentEvent.ToolResult result
          && result.status() == ToolStatus.HELD) {
        parts.recaller.heard(event.session());
      }
      Instant when = at == null ? parts.clock.instant() : at;
      parts.intake.offer(id, BoundedClock.bounded(when), event);
    } catch (RuntimeException | Error e) {
      parts.monitor.failed("record", e);
    }
    return id;
  }

  private static boolean isOwn(AgentEvent event) {
    return event instanceof AgentEvent.Unknown unknown && unknown.kind().startsWith(RecallRow.OWN);
  }

  @Override
  public Recall recall(@Nullable RecallContext context) {
    if (context == null || closed.get()) {
      return Recall.none();
    }
    try {
      return parts.recaller.recall(context, snapshot(context));
    } catch (TimeoutException | ExecutionException e) {
      return new Recall("", new Advice.Proceed(), List.of(), Set.of(Flag.LOADING));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Recall("", new Advice.Proceed(), List.of(), Set.of(Flag.LOADING));
    }
  }

  // A workspace that is nowhere stored has nothing to recall.
  private LibrarySnapshot snapshot(RecallContext context)
      throws InterruptedException, ExecutionException, TimeoutException {
    Optional<Workspace> workspace = parts.workspaces.known(context.session().scope());
    if (workspace.isEmpty()) {
      return LibrarySnapshot.EMPTY;
    }
    Duration deadline =
        context.beforeCall() ? settings.tool.deadline() : settings.prompt.deadline();
    if (!workspace.get().loaded().isDone()) {
      workspace.get().loaded().get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    }
    return workspace.get().snapshot();
  }

  @Override
  public CodifyReport codify(Scope scope) {
    Workspace workspace = open(scope);
    barrier(PATIENCE);
    return await(parts.learner.codify(workspace, scope), "codification");
  }

  @Override
  public SkillLibrary skills(Scope scope) {
    return new Desk(scope, new QuietOffice(open(scope), parts.learner), parts.clock);
  }

  @Override
  public ForgetReport forget(Forget what) {
    Objects.requireNonNull(what, "what");
    Workspace workspace = open(what.scope());
    barrier(PATIENCE);
    return await(
        parts.learner.submit(() -> workspace.alone(() -> parts.forgetting.forget(what, workspace))),
        "forgetting");
  }

  @Override
  public LearningReport learning(Scope scope, Instant from, Instant to) {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(from, "from");
    if (Objects.requireNonNull(to, "to").isBefore(from)) {
      throw new IllegalArgumentException("to is before from: " + to);
    }
    Workspace workspace = open(scope);
    barrier(PATIENCE);
    return await(parts.learner.submit(() -> workspace.learning(scope, from, to)), "counting");
  }

  private Workspace open(Scope scope) {
    Objects.requireNonNull(scope, "scope");
    checkOpen();
    return parts.workspaces.of(scope);
  }

  private void checkOpen() {
    if (closed.get()) {
      throw new IllegalStateException("this Hivemind is closed");
    }
  }

  @Override
  public CopyReport backup(Path file) {
    Objects.requireNonNull(file, "file");
    checkOpen();
    barrier(PATIENCE);
    return parts.learner.call(() -> parts.copies.backup(file));
  }

  @Override
  public CopyReport export(Path file) {
    Objects.requireNonNull(file, "file");
    checkOpen();
    barrier(PATIENCE);
    return parts.learner.call(() -> parts.copies.export(file));
  }

  private void barrier(Duration atMost) {
    FlushReport report = stored(System.nanoTime() + atMost.toNanos());
    if (!report.complete()) {
      throw new HivemindException(report.reason());
    }
  }

  private static <T> T await(CompletableFuture<T> future, String what) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HivemindException(what + " was interrupted: it goes on in the background");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HivemindException known) {
        throw known;
      }
      throw new HivemindException(what + " failed: status() names the problem; try again", e);
    }
  }

  @Override
  public Optional<Explanation> explain(Scope scope, String recall) {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(recall, "recall");
    Optional<Explanation> latest = parts.recaller.explain(scope, recall);
    if (latest.isPresent() || recall.isEmpty() || closed.get()) {
      return latest;
    }
    try {
      return parts.logged.find(scope, recall);
    } catch (HivemindException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new HivemindException("the event store failed: the recall cannot be looked up", e);
    }
  }

  @Override
  public FlushReport flush(Duration atMost) {
    Objects.requireNonNull(atMost, "atMost");
    long deadline = System.nanoTime() + nanos(atMost);
    FlushReport stored = stored(deadline);
    return stored.complete() ? mined(deadline) : stored;
  }

  // Not every duration can be counted in nanoseconds: less than nothing is nothing, and a century
  // is for ever.
  private static long nanos(Duration time) {
    if (time.isNegative()) {
      return 0;
    }
    Duration century = Duration.ofDays(36_500);
    return (time.compareTo(century) < 0 ? time : century).toNanos();
  }

  private FlushReport stored(long deadline) {
    return wait(
        parts.intake.barrier().toCompletableFuture(),
        deadline,
        Stage.STORED,
        "the event store has not confirmed");
  }

  // A store or an index that fails for a moment is no reason to give up before the time is over.
  private FlushReport mined(long deadline) {
    FlushReport report = minedOnce(deadline);
    long pause = FIRST_PAUSE;
    while (!report.complete()
        && System.nanoTime() + pause < deadline
        && !closed.get()
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
      report = minedOnce(deadline);
    }
    return report;
  }

  private FlushReport minedOnce(long deadline) {
    FlushReport mined =
        wait(parts.learner.catchUp(), deadline, Stage.MINED, "the learner has not come to the end");
    if (!mined.complete()) {
      return mined;
    }
    if (!parts.workspaces.all().stream().allMatch(Workspace::mined)) {
      return FlushReport.stoppedAt(Stage.MINED, "another process is learning" + latest());
    }
    if (parts.workspaces.all().stream().allMatch(Workspace::indexed)) {
      return mined;
    }
    return FlushReport.stoppedAt(Stage.RECALLABLE, "the index is behind" + latest());
  }

  private FlushReport wait(CompletableFuture<?> future, long deadline, Stage stage, String what) {
    try {
      future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return FlushReport.done();
    } catch (TimeoutException e) {
      return FlushReport.stoppedAt(stage, what + " in time" + latest());
    } catch (ExecutionException e) {
      return FlushReport.stoppedAt(stage, what + latest());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FlushReport.stoppedAt(stage, "the wait was interrupted");
    }
  }

  private String latest() {
    return parts.monitor.problems().stream()
        .findFirst()
        .map(problem -> "; latest problem: " + problem)
        .orElse("");
  }

  @Override
  public Status status() {
    List<String> problems = parts.monitor.problems();
    Health health =
        closed.get() ? Health.CLOSED : parts.monitor.troubled() ? Health.DEGRADED : Health.UP;
    return new Status(
        health,
        described,
        parts.monitor.counters(),
        parts.intake.events(),
        parts.intake.waiting(),
        problems);
  }

  // Whoever closes second finds the home free on return, too, but on the learner's thread: the
  // first
  // one waits for that.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        parts.end.run();
      } finally {
        ended.countDown();
      }
    } else if (!parts.learner.isHere()) {
      awaitEnd();
    }
  }

  private void awaitEnd() {
    boolean interrupted = false;
    while (true) {
      try {
        ended.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
