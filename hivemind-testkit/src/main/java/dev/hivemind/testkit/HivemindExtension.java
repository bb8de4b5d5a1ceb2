package dev.hivemind.testkit;

import dev.hivemind.AgentEvent;
import dev.hivemind.FlushReport;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a Hivemind of its own, on the heap, with a clock that stands until it is moved:
 * for tests that say "after these events the agent is advised so".
 *
 * <pre>{@code
 * @RegisterExtension final HivemindExtension hivemind = HivemindExtension.inMemory();
 *
 * @Test void refund_afterTheCorrection() {
 *   hivemind.after(monday);
 *   assertThat(hivemind.recall(tuesday)).holds().mentions("settlement window");
 * }
 * }</pre>
 *
 * <p>The engine is the one on the class path, {@code dev.hivemind:hivemind-core}. Register it in an
 * instance field; one test at a time.
 */
public final class HivemindExtension implements BeforeEachCallback, AfterEachCallback {
  private static final String START = "2026-03-02T09:00:00Z";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Consumer<HivemindBuilder> settings;
  private Optional<Running> running = Optional.empty();

  private record Running(Hivemind hivemind, InMemoryStorage storage, MutableClock clock) {}

  private HivemindExtension(Consumer<HivemindBuilder> settings) {
    this.settings = settings;
  }

  /** Returns one with every default. */
  public static HivemindExtension inMemory() {
    return inMemory(builder -> {});
  }

  /** Returns one with settings of its own, made anew for each test. */
  public static HivemindExtension inMemory(Consumer<HivemindBuilder> settings) {
    return new HivemindExtension(Objects.requireNonNull(settings, "settings"));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    running = Optional.of(open(new InMemoryStorage(), MutableClock.at(START)));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    running.ifPresent(one -> one.hivemind().close());
    running = Optional.empty();
  }

  private Running open(InMemoryStorage storage, MutableClock clock) {
    HivemindBuilder builder =
        Hivemind.builder()
            .eventStore(storage.events())
            .skillStore(storage.skills())
            .recallEngine(new InMemoryRecallEngine())
            .clock(clock)
            // How busy a build machine is must not show in an answer.
            .deadlines(PATIENCE, PATIENCE);
    settings.accept(builder);
    return new Running(builder.open(), storage, clock);
  }

  /** Returns the test's Hivemind. */
  public Hivemind hivemind() {
    return now().hivemind();
  }

  /** Returns the clock it goes by; it stands at 2026-03-02, 09:00 UTC, at the beginning. */
  public MutableClock clock() {
    return now().clock();
  }

  /** Returns what is stored. */
  public InMemoryStorage storage() {
    return now().storage();
  }

  private Running now() {
    return running.orElseThrow(
        () -> new IllegalStateException("no test runs: register this extension in a field"));
  }

  /**
   * Records these events and waits until they are stored, mined and recallable.
   *
   * @throws AssertionError if they are not within half a minute
   */
  public HivemindExtension after(AgentEvent... events) {
    List.of(events).forEach(hivemind()::record);
    return settled();
  }

  /** Records these stories, one after the other, and waits as {@link #after(AgentEvent...)}. */
  public HivemindExtension after(Story... stories) {
    List.of(stories).forEach(story -> story.recordTo(hivemind()));
    return settled();
  }

  /** Records a scenario's stories and waits as {@link #after(AgentEvent...)}. */
  public HivemindExtension after(Scenario scenario) {
    return after(scenario.stories().toArray(Story[]::new));
  }

  private HivemindExtension settled() {
    FlushReport report = hivemind().flush(PATIENCE);
    if (!report.complete()) {
      throw new AssertionError("not learned in time: " + report);
    }
    return this;
  }

  /** Returns what the agent is told in this context. */
  public Recall recall(RecallContext context) {
    return hivemind().recall(context);
  }

  /** Closes the Hivemind and opens another on the same rows, as a restart does. */
  public HivemindExtension restart() {
    Running before = now();
    before.hivemind().close();
    running = Optional.of(open(before.storage().reopen(), before.clock()));
    return this;
  }
}
