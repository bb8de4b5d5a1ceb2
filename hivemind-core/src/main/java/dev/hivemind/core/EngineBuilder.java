package dev.hivemind.core;

import dev.hivemind.Capture;
import dev.hivemind.Codifier;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindException;
import dev.hivemind.HivemindListener;
import dev.hivemind.Mode;
import dev.hivemind.PersonalData;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Scope;
import dev.hivemind.core.codify.ModelBudget;
import dev.hivemind.core.publish.Publisher;
import dev.hivemind.core.recall.HoldOut;
import dev.hivemind.core.recall.RecallSettings.Bounds;
import dev.hivemind.spi.EmbeddingModel;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.Redactor;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.spi.TextModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Fills in settings; a bad value throws where it is set. */
final class EngineBuilder implements HivemindBuilder {
  private final Settings settings = new Settings();

  @Override
  public HivemindBuilder home(Path home) {
    settings.home = given("home", home);
    return this;
  }

  @Override
  public HivemindBuilder storage(StorageProvider provider) {
    settings.storage = given("storage", provider);
    return this;
  }

  @Override
  public HivemindBuilder sharedStorage(Supplier<? extends Storage> storage) {
    settings.shared = given("shared storage", storage);
    return this;
  }

  @Override
  public HivemindBuilder restore(Path file) {
    settings.restored = given("file", file);
    return this;
  }

  @Override
  public HivemindBuilder eventStore(EventStore store) {
    settings.events = given("event store", store);
    return this;
  }

  @Override
  public HivemindBuilder skillStore(SkillStore store) {
    settings.skills = given("skill store", store);
    return this;
  }

  @Override
  public HivemindBuilder recallEngine(RecallEngine engine) {
    settings.engine = given("recall engine", engine);
    return this;
  }

  @Override
  public HivemindBuilder redactor(Redactor redactor) {
    settings.redactor = given("redactor", redactor);
    return this;
  }

  @Override
  public HivemindBuilder personalData(PersonalData treatment) {
    settings.personalData = Objects.requireNonNull(treatment, "personal data");
    return this;
  }

  @Override
  public HivemindBuilder codifier(Codifier codifier) {
    settings.codifier = given("codifier", codifier);
    return this;
  }

  @Override
  public HivemindBuilder textModel(TextModel model) {
    settings.textModel = given("text model", model);
    return this;
  }

  @Override
  public HivemindBuilder modelBudget(int calls, int characters, Duration time) {
    given("model time", time);
    settings.modelBudget =
        new ModelBudget(
            between("model calls", calls, 1, 10_000),
            between("model characters", characters, 2_000, 100_000_000),
            between("model time", time, Duration.ofMillis(100), Duration.ofHours(1)));
    return this;
  }

  @Override
  public HivemindBuilder embeddingModel(EmbeddingModel model) {
    settings.embedding = given("embedding model", model);
    return this;
  }

  @Override
  public HivemindBuilder promotion(PromotionPolicy policy) {
    settings.promotion = Objects.requireNonNull(policy, "promotion policy");
    return this;
  }

  @Override
  public HivemindBuilder listener(HivemindListener listener) {
    settings.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  @Override
  public HivemindBuilder publishTo(Path root, Scope scope) {
    Path real = Publisher.realPath(Objects.requireNonNull(root, "root"));
    Scope other = settings.roots.putIfAbsent(real, Objects.requireNonNull(scope, "scope"));
    if (other != null && !other.equals(scope)) {
      throw new IllegalArgumentException(
          "root "
              + root
              + " is bound to scope "
              + other
              + " already: give "
              + scope
              + " a root of its own");
    }
    return this;
  }

  @Override
  public HivemindBuilder mode(Mode mode) {
    settings.mode = Objects.requireNonNull(mode, "mode");
    return this;
  }

  @Override
  public HivemindBuilder holdOut(double share, long seed) {
    settings.holdOut = new HoldOut(between("held-out share", share, 0.0, .5), seed);
    return this;
  }

  @Override
  public HivemindBuilder deadlines(Duration atPrompt, Duration beforeTool) {
    Duration longest = Duration.ofMinutes(1);
    Duration prompt = between("deadline at the prompt", atPrompt, Duration.ofMillis(1), longest);
    Duration tool = between("deadline before a tool", beforeTool, Duration.ofMillis(1), longest);
    settings.prompt = new Bounds(prompt, settings.prompt.skills(), settings.prompt.characters());
    settings.tool = new Bounds(tool, settings.tool.skills(), settings.tool.characters());
    return this;
  }

  @Override
  public HivemindBuilder promptBudget(int skills, int characters) {
    settings.prompt = budget(settings.prompt, skills, characters);
    return this;
  }

  @Override
  public HivemindBuilder toolBudget(int skills, int characters) {
    settings.tool = budget(settings.tool, skills, characters);
    return this;
  }

  private static Bounds budget(Bounds bounds, int skills, int characters) {
    return new Bounds(
        bounds.deadline(),
        between("skills", skills, 1, 10),
        between("characters", characters, 200, 10_000));
  }

  @Override
  public HivemindBuilder sessionIdle(Duration idle) {
    settings.sessionIdle = between("session idle", idle, Duration.ofSeconds(1), Duration.ofDays(7));
    return this;
  }

  @Override
  public HivemindBuilder codifyAfter(int events) {
    settings.codifyAfter = between("events", events, 1, 100_000);
    return this;
  }

  @Override
  public HivemindBuilder linger(Duration linger) {
    settings.linger = between("linger", linger, Duration.ZERO, Duration.ofSeconds(1));
    return this;
  }

  @Override
  public HivemindBuilder queueBytes(long bytes) {
    settings.queueBytes = between("queue bytes", bytes, 64L << 10, 1L << 32);
    return this;
  }

  @Override
  public HivemindBuilder eventCharacters(int characters) {
    settings.eventCharacters = between("event characters", characters, 1_000, 300_000);
    return this;
  }

  @Override
  public HivemindBuilder retention(Duration retention) {
    settings.retention =
        between("retention", retention, Duration.ofHours(1), Duration.ofDays(36_500));
    return this;
  }

  @Override
  public HivemindBuilder capture(Capture capture) {
    settings.capture = Objects.requireNonNull(capture, "capture");
    return this;
  }

  @Override
  public HivemindBuilder activeSkills(int skills) {
    settings.activeSkills = between("active skills", skills, 1, 100_000);
    return this;
  }

  @Override
  public HivemindBuilder clock(InstantSource clock) {
    settings.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  @Override
  public Hivemind open() {
    return Opening.open(settings);
  }

  @Override
  public Hivemind openOrNoop() {
    try {
      return open();
    } catch (HivemindException e) {
      return Standby.after(e, this::open);
    }
  }

  private static <T> Optional<T> given(String what, T value) {
    return Optional.of(Objects.requireNonNull(value, what));
  }

  private static <T extends Comparable<T>> T between(String what, T value, T least, T most) {
    Objects.requireNonNull(value, what);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          what + " must be between " + least + " and " + most + ": " + value);
    }
    return value;
  }
}
