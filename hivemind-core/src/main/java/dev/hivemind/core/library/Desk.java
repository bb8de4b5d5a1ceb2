package dev.hivemind.core.library;

import dev.hivemind.Author;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.TrackRecord;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a person governs the skills of a scope. Each change is one revision of one skill, signed by
 * the person; then the workspace's files are brought in step.
 */
public final class Desk implements SkillLibrary {
  private final Scope scope;
  private final Office office;
  private final InstantSource clock;

  /**
   * What a desk needs of the workspace it stands in. Every method throws {@link
   * IllegalStateException} after close.
   */
  public interface Office {
    /** Takes in what people did in the files, then returns the library. */
    Library library();

    /** Brings the published files in step with the library. */
    void publish();

    /** Returns the files under the scope's roots that are not ours. */
    List<Path> foreign(Scope scope);

    /** Takes a foreign file into the library and returns its skill. */
    Skill adopt(Path file, Scope scope, Author by);
  }

  /** Creates the desk of a scope. */
  public Desk(Scope scope, Office office, InstantSource clock) {
    this.scope = scope;
    this.office = office;
    this.clock = clock;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public List<Skill> list() {
    return visible().stream().filter(one -> !one.state().retired()).toList();
  }

  @Override
  public List<Skill> list(SkillState state) {
    Objects.requireNonNull(state, "state");
    return visible().stream().filter(one -> one.state() == state).toList();
  }

  @Override
  public Optional<Skill> find(String name) {
    Objects.requireNonNull(name, "name");
    return visible().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  @Override
  public List<Skill> history(String name) {
    return find(name).map(skill -> office.library().history(skill.id())).orElse(List.of());
  }

  @Override
  public TrackRecord trackRecord(String name) {
    return find(name)
        .map(skill -> office.library().snapshot().record(skill.id()))
        .orElse(TrackRecord.NONE);
  }

  @Override
  public Skill approve(String name, Author by) {
    return change(
        name,
        by,
        skill ->
            Revision.after(skill)
                .state(SkillState.ACTIVE)
                .by(by, Screening.of(skill.text()).approved(), clock.instant()));
  }

  @Override
  public Skill reject(String name, Author by, String reason) {
    Objects.requireNonNull(reason, "reason");
    return change(
        name,
        by,
        skill ->
            Revision.after(skill)
                .state(SkillState.REJECTED)
                .by(by, office.library().masked(reason), clock.instant()));
  }

  @Override
  public Skill edit(String name, String text, Author by) {
    Objects.requireNonNull(text, "text");
    return change(
        name,
        by,
        skill -> {
          Screening screening = Screening.of(text);
          return Authored.edited(skill, office.library().masked(text))
              .state(screening.state(skill.state()))
              .pinnedBy(by.id())
              .by(by, screening.reason("edited"), clock.instant());
        });
  }

  @Override
  public Skill pin(String name, Author by) {
    return change(
        name,
        by,
        skill -> Revision.after(skill).pinnedBy(by.id()).by(by, "pinned", clock.instant()));
  }

  @Override
  public Skill unpin(String name, Author by) {
    return change(
        name, by, skill -> Revision.after(skill).pinnedBy("").by(by, "unpinned", clock.instant()));
  }

  @Override
  public Skill rollback(String name, int revision, Author by) {
    Objects.requireNonNull(by, "by");
    Skill old =
        history(name).stream()
            .filter(one -> one.revision() == revision)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "skill '" + name + "' has no revision " + revision + " in " + scope));
    return change(
        name,
        by,
        skill ->
            Revision.after(skill)
                .wordsOf(old, office.library())
                .state(SkillState.ACTIVE)
                .pinnedBy(by.id())
                .by(by, "rolled back to revision " + revision, clock.instant()));
  }

  @Override
  public Skill restore(String name, Author by) {
    return change(
        name,
        by,
        skill ->
            Revision.after(skill).state(SkillState.ACTIVE).by(by, "restored", clock.instant()));
  }

  @Override
  public Skill add(String text, Author by) {
    Objects.requireNonNull(text, "text");
    mayGovern(by, scope);
    Library library = office.library();
    Skill added =
        library.save(new Authored(library, scope).byPerson(text, by, "added", clock.instant()));
    office.publish();
    return added;
  }

  @Override
  public List<Path> foreign() {
    return office.foreign(scope);
  }

  @Override
  public Skill adopt(Path file, Author by) {
    Objects.requireNonNull(file, "file");
    mayGovern(by, scope);
    Skill adopted = office.adopt(file, scope, by);
    office.publish();
    return adopted;
  }

  private List<Skill> visible() {
    return office.library().snapshot().visibleIn(scope);
  }

  // What is saved above is visible here and not ours to change: a customer governs what is his.
  private Skill change(String name, Author by, UnaryOperator<Skill> next) {
    Objects.requireNonNull(by, "by");
    Skill newest =
        find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no skill '" + name + "' is visible in scope " + scope));
    mayGovern(by, newest.scope());
    Skill saved = office.library().save(next.apply(newest));
    office.publish();
    return saved;
  }

  private static void mayGovern(Author by, Scope where) {
    Objects.requireNonNull(by, "by");
    if (!by.role().authorised() && !where.belongsTo(by)) {
      throw new IllegalArgumentException(
          "author '"
              + by.id()
              + "' is "
              + by.role()
              + ": only an owner or operator governs the skills of "
              + where);
    }
  }
}
