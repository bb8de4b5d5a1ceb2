package dev.hivemind.core;

import dev.hivemind.Capture;
import dev.hivemind.Codifier;
import dev.hivemind.HivemindException;
import dev.hivemind.PersonalData;
import dev.hivemind.core.backup.Backups;
import dev.hivemind.core.backup.Copies;
import dev.hivemind.core.capture.Intake;
import dev.hivemind.core.capture.Masker;
import dev.hivemind.core.capture.Writer;
import dev.hivemind.core.codify.Gate;
import dev.hivemind.core.codify.ModelCodifier;
import dev.hivemind.core.codify.RuleCodifier;
import dev.hivemind.core.home.Home;
import dev.hivemind.core.learn.Learner;
import dev.hivemind.core.learn.SkillFiles;
import dev.hivemind.core.learn.Workspace;
import dev.hivemind.core.learn.Workspaces;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.publish.Publisher;
import dev.hivemind.core.recall.Embedder;
import dev.hivemind.core.recall.Recaller;
import dev.hivemind.core.recall.Shelves;
import dev.hivemind.core.redact.PersonalRedactor;
import dev.hivemind.core.redact.SecretRedactor;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.Redactor;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Puts an engine together from what was opened, and knows the order in which it is taken apart
 * again.
 */
final class Assembly {
  private static final Duration LOADING = Duration.ofSeconds(60);
  private static final Duration ENDING = Duration.ofSeconds(30);

  private final Settings settings;
  private final Opened opened;
  private final Monitor monitor;
  private final InstantSource clock;
  private final Ids ids = new Ids();
  private final String me = ids.next();
  private final Publisher publisher;
  private final Codifier codifier;
  private final Masker masker;
  private final Masker discreet;
  private final Intake intake;
  private final Embedder embedder;
  private final Recaller recaller;
  private final Workspaces workspaces = new Workspaces(this::workspace, this::stored);
  private final Learner learner;
  private final Optional<Backups> backups;
  private final Thread writer;
  private volatile Watch watch = Watch.none();

  /** What {@link Opening} opened. */
  record Opened(
      Optional<Home> home,
      Optional<Storage> both,
      EventStore events,
      SkillStore skills,
      RecallEngine engine,
      String storage,
      Resources resources) {}

  Assembly(Settings settings, Opened opened, Monitor monitor) {
    this.settings = settings;
    this.opened = opened;
    this.monitor = monitor;
    this.clock = new BoundedClock(settings.clock, monitor);
    this.publisher =
        opened.home().map(one -> Publisher.of(one.directory())).orElseGet(Publisher::withoutHome);
    this.codifier =
        settings
            .textModel
            .<Codifier>map(model -> new ModelCodifier(model, settings.modelBudget, monitor))
            .or(() -> settings.codifier)
            .orElseGet(RuleCodifier::new);
    List<Redactor> redactors = new ArrayList<>(List.of(new SecretRedactor()));
    settings.redactor.ifPresent(redactors::add);
    this.masker = new Masker(redactors, monitor);
    if (settings.personalData == PersonalData.MASKED) {
      redactors.add(new PersonalRedactor());
    }
    this.discreet = new Masker(redactors, monitor);
    this.intake = new Intake(settings.queueBytes, settings.eventCharacters, monitor);
    this.embedder =
        settings
            .embedding
            .map(model -> new Embedder(model, work -> daemon("hivemind-embedder", work), monitor))
            .orElseGet(Embedder::none);
    this.recaller =
        new Recaller(
            opened.engine(),
            new Shelves(),
            embedder,
            settings.recall(),
            ids::next,
            clock,
            monitor,
            row -> intake.offer(ids.next(), clock.instant(), row));
    this.learner =
        new Learner(
            workspaces,
            settings.codifyAfter,
            clock,
            monitor,
            work -> daemon("hivemind-learner", work));
    this.backups =
        opened
            .home()
            .flatMap(
                home ->
                    opened.both().map(one -> new Backups(home.directory(), one, clock, monitor)));
    backups.ifPresent(one -> learner.atEachTick(one::daily));
    this.writer =
        daemon(
            "hivemind-writer",
            new Writer(intake, opened.events(), masker, settings.linger, learner::stored, monitor));
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts the threads, loads every workspace that is stored, and has the backlog mined in the
   * background.
   */
  Engine engine() {
    Forgetting forgetting = new Forgetting(opened.events(), recaller, backups);
    Copies copies = new Copies(opened.both(), opened.events(), opened.skills(), clock);
    writer.start();
    try {
      load();
    } catch (RuntimeException e) {
      end();
      throw e;
    }
    return new Engine(
        settings,
        new Engine.Parts(
            ids,
            clock,
            intake,
            workspaces,
            learner,
            recaller,
            forgetting,
            copies,
            new RecallsLogged(opened.events()),
            monitor,
            this::end),
        described());
  }

  private void load() {
    CompletableFuture<?>[] loads =
        workspaces.stored().stream().map(Workspace::loaded).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(loads).get(LOADING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HivemindException("opening was interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      // Recall says LOADING until a later attempt succeeds.
      monitor.failed("loading", e);
    }
    learner.mineBacklog();
    watch = opened.skills().watch(name -> learner.follow(name, recaller::forget));
  }

  private Set<String> stored() {
    Set<String> stored = new TreeSet<>(opened.skills().workspaces());
    stored.addAll(opened.events().workspaces());
    return stored;
  }

  private Workspace workspace(String name) {
    Library library =
        new Library(
            name,
            opened.skills(),
            opened.engine(),
            masker::mask,
            e -> monitor.failed("library", e),
            snapshot -> recaller.prepare(name, snapshot));
    Gate gate = new Gate(library, codifier, settings.promotion, settings.activeSkills, monitor);
    Workspace workspace =
        new Workspace(
            name,
            library,
            gate,
            new SkillFiles(
                name,
                publisher,
                opened.home().map(Home::directory),
                settings.roots,
                clock,
                monitor),
            new Workspace.Tools(
                me,
                opened.events(),
                settings.listeners,
                discreet::mask,
                settings.sessionIdle,
                settings.capture == Capture.FULL ? settings.retention : Duration.ZERO,
                clock,
                monitor));
    learner.load(workspace);
    return workspace;
  }

  private Map<String, String> described() {
    Map<String, String> words = new TreeMap<>(settings.inWords());
    words.put("storage", opened.storage());
    words.put("recallEngine", opened.engine().getClass().getName());
    return words;
  }

  private static Backups backedUp(Backups backups) {
    backups.atClose();
    return backups;
  }

  /** Drains, mines what is left, and closes in the opposite order of opening. */
  private void end() {
    boolean interrupted = Thread.interrupted();
    intake.close();
    watch.close();
    try {
      writer.join(ENDING.toMillis());
      learner.catchUp().get(ENDING.toSeconds(), TimeUnit.SECONDS);
      if (backups.isPresent()) {
        learner.submit(() -> backedUp(backups.get())).get(ENDING.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (ExecutionException | TimeoutException e) {
      monitor.failed("the last run of the learner", e);
    }
    learner.close(ENDING);
    embedder.close();
    opened.resources().close().ifPresent(e -> monitor.failed("closing", e));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
