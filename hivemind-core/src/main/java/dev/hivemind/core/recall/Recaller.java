package dev.hivemind.core.recall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hivemind.Advice;
import dev.hivemind.AgentEvent;
import dev.hivemind.Explanation;
import dev.hivemind.Explanation.Considered;
import dev.hivemind.Explanation.Detail;
import dev.hivemind.Recall;
import dev.hivemind.Recall.Flag;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.outcome.RecallRow;
import dev.hivemind.core.outcome.RecallRow.Entry;
import dev.hivemind.core.recall.RecallSettings.Bounds;
import dev.hivemind.spi.RecallEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers recalls. An answer is a function of the context, the snapshot and what the session was
 * shown; the sessions' memories and the latest explanations are all it keeps, both bounded.
 * Thread-safe. Throws nothing: the caller counts on it in its loop.
 */
public final class Recaller {
  private static final double EMBEDDERS_SHARE = .6;
  private static final int SESSIONS = 10_000;
  private static final Duration SESSION_MEMORY = Duration.ofHours(2);

  private final AtomicBoolean rehearsed = new AtomicBoolean();
  private final RecallEngine engine;
  private final Finder finder;
  private final Shelves shelves;
  private final Embedder embedder;
  private final RecallSettings settings;
  private final Supplier<String> ids;
  private final InstantSource clock;
  private final Monitor monitor;
  private final Consumer<AgentEvent> log;
  private final Cache<SessionKey, SessionMemory> sessions =
      Caffeine.newBuilder()
          .maximumSize(SESSIONS)
          .expireAfterAccess(SESSION_MEMORY)
          .executor(Runnable::run)
          .build();
  private final Explanations explanations = new Explanations();

  private record SessionKey(Scope scope, String id) {
    static SessionKey of(Session session) {
      return new SessionKey(session.scope(), session.id());
    }
  }

  /** Creates; {@code log} takes the engine's own rows for the event log. */
  public Recaller(
      RecallEngine engine,
      Shelves shelves,
      Embedder embedder,
      RecallSettings settings,
      Supplier<String> ids,
      InstantSource clock,
      Monitor monitor,
      Consumer<AgentEvent> log) {
    this.engine = engine;
    this.finder = new Finder(engine);
    this.shelves = shelves;
    this.embedder = embedder;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.monitor = monitor;
    this.log = log;
  }

  /** Takes note that a person spoke: what was shown in the turn before may be shown again. */
  public void newTurn(Session session) {
    SessionMemory memory = sessions.getIfPresent(SessionKey.of(session));
    if (memory != null) {
      memory.newTurn();
    }
  }

  /** Takes note that a held call was answered with its lesson. */
  public void heard(Session session) {
    SessionMemory memory = sessions.getIfPresent(SessionKey.of(session));
    if (memory != null) {
      memory.heard();
    }
  }

  /** Forgets what sessions were shown and why, after something was forgotten. */
  public void forget() {
    sessions.invalidateAll();
    explanations.clear();
  }

  /**
   * Returns why a recall said what it said, if it was one of the latest and in this scope or below.
   */
  public Optional<Explanation> explain(Scope scope, String recall) {
    return explanations.of(scope, recall);
  }

  /**
   * Takes note that a library has changed: prepares what recall needs of it, and rehearses the
   * first time there is a skill.
   */
  public void prepare(String workspace, LibrarySnapshot snapshot) {
    shelves.of(workspace, snapshot);
    embedder.know(workspace, snapshot);
    List<Skill> skills = rehearsed.get() ? List.of() : snapshot.active();
    if (!skills.isEmpty() && rehearsed.compareAndSet(false, true)) {
      new Rehearsal(unseen(), snapshot).of(skills);
    }
  }

  // What it says is counted, logged and remembered nowhere.
  private Recaller unseen() {
    return new Recaller(
        engine, shelves, Embedder.none(), settings, () -> "", clock, new Monitor(clock), row -> {});
  }

  /** Returns what the snapshot holds about the context. */
  public Recall recall(RecallContext context, LibrarySnapshot snapshot) {
    long start = System.nanoTime();
    monitor.count(Counter.RECALLS);
    try {
      return answer(context, snapshot, start);
    } catch (RuntimeException | Error e) {
      monitor.count(Counter.RECALLS_FAILED);
      monitor.failed("recall", e);
      return new Recall("", new Advice.Proceed(), List.of(), Set.of(Flag.FAILED));
    }
  }

  private Recall answer(RecallContext context, LibrarySnapshot snapshot, long start) {
    SessionMemory memory =
        sessions.get(SessionKey.of(context.session()), key -> new SessionMemory());
    if (!context.beforeCall()) {
      Optional<Recall> before = memory.answered(context, snapshot.version());
      if (before.isPresent()) {
        return before.get();
      }
    }
    Shelf shelf = shelves.of(context.session().scope().workspace(), snapshot);
    Bounds bounds = settings.bounds(context);
    Optional<Meaning> meaning = meaning(context, shelf, bounds, start);
    Collection<Profile> candidates = finder.candidates(context, shelf);
    List<Judged> judged =
        Merit.ranked(
            Judge.judge(context, candidates, shelf.statistics(), meaning.orElse(Meaning.UNKNOWN)),
            snapshot);
    Set<Flag> flags = meaning.isPresent() ? Set.of() : Set.of(Flag.WORDS_ALONE);
    return choose(context, snapshot, memory, candidates, judged, flags, start);
  }

  private Optional<Meaning> meaning(RecallContext context, Shelf shelf, Bounds bounds, long start) {
    if (shelf.size() == 0) {
      return Optional.of(Meaning.UNKNOWN);
    }
    long share = (long) (bounds.deadline().toNanos() * EMBEDDERS_SHARE);
    return embedder.meaning(
        context.session().scope().workspace(),
        shelf.size(),
        Judge.text(context),
        Duration.ofNanos(share - (System.nanoTime() - start)));
  }

  private Recall choose(
      RecallContext context,
      LibrarySnapshot snapshot,
      SessionMemory memory,
      Collection<Profile> candidates,
      List<Judged> judged,
      Set<Flag> flags,
      long start) {
    Bounds bounds = settings.bounds(context);
    Choice choice = Choice.of(context, judged, memory, settings);
    Recall recall =
        new Recall(
            ids.get(),
            advice(context, choice, bounds, snapshot),
            choice.behind(settings.mode()),
            late(bounds, flags, start));
    if (!context.beforeCall() && flags.isEmpty()) {
      memory.remember(context, snapshot.version(), recall);
    }
    Supplier<List<Considered>> passed = passedOver(context, snapshot, candidates, choice);
    explain(recall, context, choice, passed, start);
    return recall;
  }

  private Advice advice(
      RecallContext context, Choice choice, Bounds bounds, LibrarySnapshot snapshot) {
    List<Judged> shown = choice.shown();
    if (shown.isEmpty()) {
      return new Advice.Proceed();
    }
    var skills = shown.stream().map(Judged::skill).toList();
    String text = Renderer.render(skills, bounds.characters());
    Advice advice = Advisor.advise(context, shown, text, snapshot);
    monitor.count(Counter.RECALLS_SHOWN);
    if (advice instanceof Advice.Hold) {
      monitor.count(Counter.RECALLS_HELD);
    }
    return advice;
  }

  // Of a large library it is enough to say what was fetched: the snapshot is not kept for the rest.
  private static Supplier<List<Considered>> passedOver(
      RecallContext context,
      LibrarySnapshot snapshot,
      Collection<Profile> candidates,
      Choice choice) {
    Collection<Skill> visible =
        snapshot.skills().size() > Finder.SMALL
            ? List.of()
            : snapshot.skills().values().stream()
                .filter(one -> one.scope().contains(context.session().scope()))
                .toList();
    return () -> PassedOver.of(context, visible, candidates, choice);
  }

  // A late answer is given all the same: the caller has waited for it, and an answer that depended
  // on how busy a machine is would not be a function of the context.
  private Set<Flag> late(Bounds bounds, Set<Flag> flags, long start) {
    if (System.nanoTime() - start <= bounds.deadline().toNanos()) {
      return flags;
    }
    monitor.count(Counter.RECALLS_LATE);
    Set<Flag> late = new HashSet<>(flags);
    late.add(Flag.DEADLINE);
    return late;
  }

  private void explain(
      Recall recall,
      RecallContext context,
      Choice choice,
      Supplier<List<Considered>> passed,
      long start) {
    Instant at = clock.instant();
    int budget = settings.bounds(context).characters();
    long microseconds = Duration.ofNanos(System.nanoTime() - start).toNanos() / 1_000;
    explanations.put(
        recall.id(),
        () ->
            new Explanation(
                Detail.FULL,
                recall.id(),
                at,
                context,
                recall.advice(),
                Choice.THRESHOLD,
                Stream.concat(choice.considered().stream(), passed.get().stream()).toList(),
                recall.text().length(),
                budget,
                microseconds));
    if (!choice.entries().isEmpty()) {
      log.accept(row(recall, context, choice.entries(), budget, microseconds).event());
    }
  }

  private static RecallRow row(
      Recall recall, RecallContext context, List<Entry> entries, int budget, long microseconds) {
    return new RecallRow(
        context.session(),
        recall.id(),
        recall.advice().getClass().getSimpleName(),
        context.tool(),
        Choice.THRESHOLD,
        recall.text().length(),
        budget,
        microseconds,
        entries);
  }
}
