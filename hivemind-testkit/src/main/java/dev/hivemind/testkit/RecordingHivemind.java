package dev.hivemind.testkit;

import dev.hivemind.AgentEvent;
import dev.hivemind.CodifyReport;
import dev.hivemind.CopyReport;
import dev.hivemind.Explanation;
import dev.hivemind.FlushReport;
import dev.hivemind.Forget;
import dev.hivemind.ForgetReport;
import dev.hivemind.Hivemind;
import dev.hivemind.LearningReport;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.SkillLibrary;
import dev.hivemind.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A Hivemind that passes everything on to another and remembers what it was told and asked, for
 * tests of what an adapter records. It can be broken on purpose. Thread-safe.
 */
public final class RecordingHivemind implements Hivemind {
  private final Hivemind target;
  private final Optional<RuntimeException> failure;
  private final List<AgentEvent> events = new CopyOnWriteArrayList<>();
  private final List<RecallContext> asked = new CopyOnWriteArrayList<>();

  private RecordingHivemind(Hivemind target, Optional<RuntimeException> failure) {
    this.target = target;
    this.failure = failure;
  }

  /** Returns one over another, which it closes with itself. */
  public static RecordingHivemind over(Hivemind target) {
    return new RecordingHivemind(Objects.requireNonNull(target, "target"), Optional.empty());
  }

  /** Returns one whose record and recall break their promise and throw, once they remembered. */
  public RecordingHivemind failing(RuntimeException thrown) {
    return new RecordingHivemind(target, Optional.of(thrown));
  }

  /** Returns what was recorded so far, in order. */
  public List<AgentEvent> events() {
    return List.copyOf(events);
  }

  /** Returns what was asked so far, in order. */
  public List<RecallContext> asked() {
    return List.copyOf(asked);
  }

  private void breakIfWanted() {
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
  }

  @Override
  public String record(AgentEvent event) {
    events.add(event);
    breakIfWanted();
    return target.record(event);
  }

  @Override
  public String record(AgentEvent event, Instant at) {
    events.add(event);
    breakIfWanted();
    return target.record(event, at);
  }

  @Override
  public Recall recall(RecallContext context) {
    asked.add(context);
    breakIfWanted();
    return target.recall(context);
  }

  @Override
  public CodifyReport codify(Scope scope) {
    return target.codify(scope);
  }

  @Override
  public SkillLibrary skills(Scope scope) {
    return target.skills(scope);
  }

  @Override
  public Status status() {
    return target.status();
  }

  @Override
  public Optional<Explanation> explain(Scope scope, String recall) {
    return target.explain(scope, recall);
  }

  @Override
  public LearningReport learning(Scope scope, Instant from, Instant to) {
    return target.learning(scope, from, to);
  }

  @Override
  public ForgetReport forget(Forget what) {
    return target.forget(what);
  }

  @Override
  public CopyReport backup(Path file) {
    return target.backup(file);
  }

  @Override
  public CopyReport export(Path file) {
    return target.export(file);
  }

  @Override
  public FlushReport flush(Duration atMost) {
    return target.flush(atMost);
  }

  @Override
  public void close() {
    target.close();
  }
}
