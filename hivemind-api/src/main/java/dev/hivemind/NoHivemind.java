package dev.hivemind;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers nothing. */
enum NoHivemind implements Hivemind {
  INSTANCE;

  @Override
  public String record(AgentEvent event) {
    return "";
  }

  @Override
  public String record(AgentEvent event, Instant at) {
    return "";
  }

  @Override
  public Recall recall(RecallContext context) {
    return Recall.none();
  }

  @Override
  public CodifyReport codify(Scope scope) {
    return new CodifyReport(
        Check.notNull("scope", scope), List.of(), List.of(), Duration.ZERO, ModelUse.NONE);
  }

  @Override
  public SkillLibrary skills(Scope scope) {
    return new NoLibrary(Check.notNull("scope", scope));
  }

  @Override
  public LearningReport learning(Scope scope, Instant from, Instant to) {
    Check.notNull("from", from);
    if (Check.notNull("to", to).isBefore(from)) {
      throw new IllegalArgumentException("to is before from: " + to);
    }
    return new LearningReport(Check.notNull("scope", scope), List.of());
  }

  @Override
  public Status status() {
    return new Status(Status.Health.NOOP, Map.of(), Map.of(), 0, 0, List.of());
  }

  @Override
  public Optional<Explanation> explain(Scope scope, String recall) {
    Check.notNull("scope", scope);
    Check.notNull("recall", recall);
    return Optional.empty();
  }

  @Override
  public ForgetReport forget(Forget what) {
    Check.notNull("what", what);
    return new ForgetReport(0, List.of(), List.of());
  }

  @Override
  public CopyReport backup(Path file) {
    Check.notNull("file", file);
    throw nothing();
  }

  @Override
  public CopyReport export(Path file) {
    Check.notNull("file", file);
    throw nothing();
  }

  private static IllegalStateException nothing() {
    return new IllegalStateException("this Hivemind is a noop and remembers nothing");
  }

  @Override
  public FlushReport flush(Duration atMost) {
    Check.notNull("atMost", atMost);
    return FlushReport.done();
  }

  @Override
  public void close() {
    // nothing was opened
  }

  /** Holds no skill, so every change names one that is unknown. */
  private record NoLibrary(Scope scope) implements SkillLibrary {
    @Override
    public List<Skill> list() {
      return List.of();
    }

    @Override
    public List<Skill> list(SkillState state) {
      Check.notNull("state", state);
      return List.of();
    }

    @Override
    public Optional<Skill> find(String name) {
      Check.notNull("name", name);
      return Optional.empty();
    }

    @Override
    public List<Skill> history(String name) {
      Check.notNull("name", name);
      return List.of();
    }

    @Override
    public List<Skill> list(String words) {
      Check.notNull("words", words);
      return List.of();
    }

    @Override
    public List<Skill> below() {
      return List.of();
    }

    @Override
    public List<Candidates> candidates() {
      return List.of();
    }

    @Override
    public List<AgentEvent> events(Evidence evidence) {
      Check.notNull("evidence", evidence);
      return List.of();
    }

    @Override
    public String diff(String name, int from, int to) {
      throw unknown(name);
    }

    @Override
    public List<Skill> approve(Collection<String> names, Author by) {
      Check.notNull("by", by);
      for (String name : Check.notNull("names", names)) {
        throw unknown(name);
      }
      return List.of();
    }

    @Override
    public Skill retire(String name, Author by, String reason) {
      Check.notNull("reason", reason);
      throw unknown(name, by);
    }

    @Override
    public Skill promote(String name, Author by) {
      throw unknown(name, by);
    }

    @Override
    public List<Rewording> rewordings() {
      return List.of();
    }

    @Override
    public Skill reword(Rewording rewording, Author by) {
      throw unknown(Check.notNull("rewording", rewording).skill().name(), by);
    }

    @Override
    public List<Skill> exportTo(Path folder) {
      Check.notNull("folder", folder);
      throw nothing();
    }

    @Override
    public List<Skill> importFrom(Path folder, Author by) {
      Check.notNull("folder", folder);
      Check.notNull("by", by);
      throw nothing();
    }

    @Override
    public TrackRecord trackRecord(String name) {
      Check.notNull("name", name);
      return TrackRecord.NONE;
    }

    @Override
    public Skill approve(String name, Author by) {
      throw unknown(name, by);
    }

    @Override
    public Skill reject(String name, Author by, String reason) {
      Check.notNull("reason", reason);
      throw unknown(name, by);
    }

    @Override
    public Skill edit(String name, String text, Author by) {
      Check.notNull("text", text);
      throw unknown(name, by);
    }

    @Override
    public Skill pin(String name, Author by) {
      throw unknown(name, by);
    }

    @Override
    public Skill unpin(String name, Author by) {
      throw unknown(name, by);
    }

    @Override
    public Skill rollback(String name, int revision, Author by) {
      throw unknown(name, by);
    }

    @Override
    public Skill restore(String name, Author by) {
      throw unknown(name, by);
    }

    @Override
    public Skill add(String text, Author by) {
      Check.notNull("text", text);
      Check.notNull("by", by);
      throw nothing();
    }

    @Override
    public List<Path> foreign() {
      return List.of();
    }

    @Override
    public Skill adopt(Path file, Author by) {
      throw unknown(Check.notNull("file", file).toString(), by);
    }

    private static IllegalArgumentException unknown(String name, Author by) {
      Check.notNull("name", name);
      Check.notNull("by", by);
      return unknown(name);
    }

    private static IllegalArgumentException unknown(String name) {
      Check.notNull("name", name);
      return new IllegalArgumentException(
          "no skill " + Check.shown(name) + ": this Hivemind is a noop and remembers nothing");
    }
  }
}
