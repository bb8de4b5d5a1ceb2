package dev.hivemind.core.learn;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.CodifyReport;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.Forget;
import dev.hivemind.HivemindListener;
import dev.hivemind.LearningReport;
import dev.hivemind.ModelUse;
import dev.hivemind.Rewording;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.codify.Gate;
import dev.hivemind.core.event.Progress;
import dev.hivemind.core.library.Desk;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.mine.Miner;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.outcome.Outcomes;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One workspace at work: its library, its cursor into the events, and its files. Mining, publishing
 * and taking in what people did exclude one another; the snapshot is read without waiting.
 * Thread-safe.
 */
public final class Workspace implements Desk.Office {
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  /** Pieces of evidence kept for a host that has not asked what was found. */
  private static final int UNASKED = 1_000;

  private final String name;
  private final EventStore events;
  private final Library library;
  private final Gate gate;
  private final SkillFiles files;
  private final List<HivemindListener> listeners;
  private final Discretion discretion;
  private final InstantSource clock;
  private final Monitor monitor;
  private final Duration retention;
  private final Pending pending;
  private final Turn turn;
  private final Findings findings = new Findings(UNASKED);
  private final CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  // Empty before the first run and after a failed one: the next run begins at what is durable.
  private Optional<Cursor> cursor = Optional.empty();
  private Instant nextCleaning = Instant.MIN;

  /**
   * What a workspace is made of, apart from its name and rooms; {@code me} is what this process is
   * called among those that share the stores.
   */
  public record Tools(
      String me,
      EventStore events,
      List<HivemindListener> listeners,
      Redactor redactor,
      Duration sessionIdle,
      Duration retention,
      InstantSource clock,
      Monitor monitor) {}

  /** Creates; {@link #load} fills it. */
  public Workspace(String name, Library library, Gate gate, SkillFiles files, Tools tools) {
    this.name = name;
    this.library = library;
    this.gate = gate;
    this.files = files;
    this.events = tools.events();
    this.listeners = tools.listeners();
    this.discretion = new Discretion(tools.redactor());
    this.clock = tools.clock();
    this.monitor = tools.monitor();
    this.retention = tools.retention();
    this.pending = new Pending(tools.sessionIdle());
    this.turn = new Turn(name, tools.me(), events, monitor);
  }

  Pending pending() {
    return pending;
  }

  /** Returns a future that completes when the library was read for the first time. */
  public CompletableFuture<Void> loaded() {
    return loaded;
  }

  /** Returns what recall works on. */
  public LibrarySnapshot snapshot() {
    return library.snapshot();
  }

  /** Returns whether the index holds what the snapshot holds. */
  public boolean indexed() {
    return library.indexed();
  }

  /** What others did meanwhile. */
  enum News {
    NONE,
    SAVED,
    ERASED
  }

  /**
   * Brings the library up to what others saved, without waiting for who is learning; the rest
   * follows with {@link #inStep}.
   */
  News follow() {
    LibrarySnapshot before = library.snapshot();
    library.follow();
    ready();
    LibrarySnapshot now = library.snapshot();
    if (now.version() == before.version()) {
      return News.NONE;
    }
    return now.skills().keySet().containsAll(before.skills().keySet()) ? News.SAVED : News.ERASED;
  }

  /** Brings the files in step with what others did, after people's changes were taken in. */
  void inStep(News news) {
    lock.lock();
    try {
      if (news == News.ERASED) {
        cursor = Optional.empty();
        findings.clear();
      }
      step();
    } finally {
      lock.unlock();
    }
  }

  /** Reads the library for the first time. */
  public void load() {
    lock.lock();
    try {
      library.follow();
      ready();
    } finally {
      lock.unlock();
    }
  }

  private void ready() {
    if (!loaded.isDone()) {
      remember();
      loaded.complete(null);
    }
  }

  // Recall can do without, for as long as the store does not answer.
  private void remember() {
    try {
      Checkpoint checkpoint = events.checkpoint(name, Progress.CONSUMER);
      library.records(Outcomes.of(Progress.outcomes(checkpoint)).records());
    } catch (RuntimeException e) {
      monitor.failed("track records", e);
    }
  }

  /** Mines, codifies and publishes everything that is stored and was not mined yet. */
  public void learn() {
    lock.lock();
    try {
      pending.begin();
      if (turn.take()) {
        learnInTurn();
      } else {
        pending.kept();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Runs something while nobody learns in the workspace, in no other process either. */
  public <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      turn.await();
      return work.get();
    } finally {
      turn.end();
      lock.unlock();
    }
  }

  /** Returns whether everything was mined that was stored before the last run began. */
  public boolean mined() {
    return pending.finished();
  }

  private void learnInTurn() {
    try {
      long start = System.nanoTime();
      load();
      files.takeIn(library);
      Findings run = new Findings(Integer.MAX_VALUE);
      mine(run);
      ModelUse use = gate.modelUse();
      run.used(use);
      findings.used(use);
      step();
      if (library.indexed()) {
        pending.done();
      }
      clean();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      report(run.take(Scope.of(name), took));
    } catch (RuntimeException | Error e) {
      cursor = Optional.empty();
      throw e;
    } finally {
      turn.end();
    }
  }

  /** Takes in what people did in the files if they may have done something, and publishes. */
  void look() {
    lock.lock();
    try {
      if (loaded.isDone() && files.changed(library)) {
        step();
      }
    } finally {
      lock.unlock();
    }
  }

  // People first: what they did since the last look is known before anything is written.
  private void step() {
    files.takeIn(library);
    files.publish(library);
  }

  /** Learns, and returns what was found in a scope and below since somebody last asked for that. */
  CodifyReport codify(Scope scope) {
    lock.lock();
    try {
      long start = System.nanoTime();
      alone(
          () -> {
            learn();
            return name;
          });
      return findings.take(scope, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      lock.unlock();
    }
  }

  /** Learns, and returns how often what was corrected went wrong again. */
  public LearningReport learning(Scope scope, Instant from, Instant to) {
    lock.lock();
    try {
      learn();
      return reader().outcomes().report(scope, from, to);
    } finally {
      lock.unlock();
    }
  }

  /** Removes raw events past the retention, at most once an hour; skills keep their evidence. */
  void clean() {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (!now.isBefore(nextCleaning)) {
        nextCleaning = now.plus(BETWEEN_CLEANINGS);
        events.retain(name, now.minus(retention));
      }
    } catch (RuntimeException e) {
      // What was learned is learned; old events can wait another hour.
      monitor.failed("retention", e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Removes skills and their files for good; what the miner remembers of open sessions is forgotten
   * too. Returns those that are gone now.
   */
  public List<Skill> erase(Collection<String> skills) {
    lock.lock();
    try {
      load();
      cursor = Optional.empty();
      findings.clear();
      List<Skill> erased = library.erase(skills);
      files.publish(library);
      return erased;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has events erased, whose store loses the memory of outcomes with them: what is about other
   * skills and scopes is put back.
   *
   * @param erasing erases them
   */
  public void forget(Forget what, Runnable erasing) {
    lock.lock();
    try {
      cursor = Optional.empty();
      Checkpoint before = events.checkpoint(name, Progress.CONSUMER);
      Outcomes outcomes = Outcomes.of(Progress.outcomes(before));
      outcomes.forget(what, library.snapshot());
      erasing.run();
      Checkpoint after = events.checkpoint(name, Progress.CONSUMER);
      long position = after.position();
      if (position > 0) {
        events.advance(after, Progress.of(name, position, position, outcomes.state()));
      }
      library.records(outcomes.records());
    } finally {
      lock.unlock();
    }
  }

  private void mine(Findings run) {
    if (cursor.isPresent() && !cursor.get().catchUp()) {
      cursor = Optional.empty();
    }
    boolean more = true;
    while (more) {
      Cursor reader = reader();
      Cursor.Page page = reader.next();
      LibrarySnapshot before = library.snapshot();
      List<Decision> decided = decide(page.evidence(), run);
      reader.outcomes().take(page.steps(), before, decided).draw(library, clock.instant());
      if (reader.advance(page)) {
        library.records(reader.outcomes().records());
        more = page.more();
        turn.take();
      } else {
        cursor = Optional.empty();
      }
    }
    decide(ended(), run);
  }

  private Cursor reader() {
    Cursor reader = cursor.orElseGet(() -> new Cursor(name, events, library.snapshot(), monitor));
    cursor = Optional.of(reader);
    return reader;
  }

  /** Returns what can be said of sessions only once nothing more comes. */
  private List<Evidence> ended() {
    Miner miner = cursor.orElseThrow().miner();
    return pending.ended(clock.instant()).stream()
        .flatMap(session -> miner.end(session.scope(), session.id()).stream())
        .toList();
  }

  private List<Decision> decide(List<Evidence> mined, Findings run) {
    List<Evidence> found = discretion.of(mined);
    List<Decision> decided = gate.pass(found, clock.instant());
    run.add(found, decided);
    findings.add(found, decided);
    return decided;
  }

  private void report(CodifyReport report) {
    monitor.count(Counter.EVIDENCE, report.evidence().size());
    for (Decision decision : report.decisions()) {
      monitor.count(counter(decision.outcome()));
    }
    if (!report.evidence().isEmpty()) {
      tell(report);
    }
  }

  private static Counter counter(Outcome outcome) {
    return switch (outcome) {
      case KEEP -> Counter.KEPT;
      case MERGE -> Counter.MERGED;
      case SKIP -> Counter.SKIPPED;
    };
  }

  private void tell(CodifyReport report) {
    for (HivemindListener listener : listeners) {
      try {
        listener.codified(report);
      } catch (RuntimeException | Error e) {
        monitor.failed("listener", e);
      }
    }
  }

  @Override
  public Library library() {
    lock.lock();
    try {
      load();
      files.takeIn(library);
      return library;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void publish() {
    lock.lock();
    try {
      step();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Path> foreign(Scope scope) {
    return files.foreign(scope, library);
  }

  @Override
  public Skill adopt(Path file, Scope scope, Author by) {
    return alone(() -> files.adopt(file, scope, by, library));
  }

  @Override
  public List<AgentEvent> events(Collection<String> ids) {
    return new EventLookup(name, events).of(ids);
  }

  @Override
  public List<Rewording> rewordings(Scope scope) {
    return alone(
        () ->
            library().snapshot().savedAt(scope).stream()
                .flatMap(skill -> gate.rewording(skill).stream())
                .toList());
  }

  @Override
  public List<Skill> exportTo(Path folder, Scope scope) {
    return alone(() -> new SkillFolder(library(), monitor).write(folder, scope));
  }

  @Override
  public List<Skill> importFrom(Path folder, Scope scope, Author by) {
    return alone(
        () -> new SkillFolder(library(), monitor).read(folder, scope, by, clock.instant()));
  }
}
