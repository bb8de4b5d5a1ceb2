package dev.hivemind.core.library;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Candidates;
import dev.hivemind.Evidence;
import dev.hivemind.Rewording;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.TrackRecord;
import dev.hivemind.core.skillfile.TextDiff;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where a person governs the skills of a scope. Each change is one revision of one skill, signed by
 * the person; then the workspace's files are brought in step.
 */
public final class Desk implements SkillLibrary {
  private static final int SHOWN = 60;

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

    /** Returns the stored events with these ids, in their order. */
    List<AgentEvent> events(Collection<String> ids);

    /** Returns what today's rules would write of the skills saved at a scope. */
    List<Rewording> rewordings(Scope scope);

    /** Writes what is saved at a scope and below into a folder. */
    List<Skill> exportTo(Path folder, Scope scope);

    /** Takes the skills of a folder in as candidates of a scope. */
    List<Skill> importFrom(Path folder, Scope scope, Author by);

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
  public List<Skill> list(String words) {
    String wanted = Objects.requireNonNull(words, "words").toLowerCase(Locale.ROOT);
    return list().stream()
        .filter(one -> (one.name() + "\n" + one.text()).toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  @Override
  public List<Skill> below() {
    return office.library().snapshot().below(scope).stream()
        .filter(one -> !one.state().retired())
        .toList();
  }

  @Override
  public List<Candidates> candidates() {
    Map<String, List<Skill>> groups = new TreeMap<>();
    for (Skill skill : list(SkillState.CANDIDATE)) {
      groups.computeIfAbsent(situation(skill).key(), key -> new ArrayList<>()).add(skill);
    }
    return groups.values().stream()
        .map(group -> new Candidates(situation(group.get(0)), group))
        .sorted(Comparator.comparingInt(Desk::negatedEvidence))
        .toList();
  }

  private static Situation situation(Skill skill) {
    return skill.situations().isEmpty()
        ? new Situation("", "", "", "", "", "")
        : skill.situations().get(0);
  }

  private static int negatedEvidence(Candidates group) {
    return -group.skills().stream().mapToInt(one -> one.evidence().size()).sum();
  }

  @Override
  public List<AgentEvent> events(Evidence evidence) {
    Objects.requireNonNull(evidence, "evidence");
    return visible().stream()
        .flatMap(skill -> skill.evidence().stream())
        .filter(one -> one.id().equals(evidence.id()))
        .findFirst()
        .map(this::happened)
        .orElse(List.of());
  }

  // Evidence that was imported says of itself what it stands on: never on what happened elsewhere.
  private List<AgentEvent> happened(Evidence evidence) {
    return office.events(evidence.events()).stream()
        .filter(event -> event.session().scope().equals(evidence.scope()))
        .toList();
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
  public String diff(String name, int from, int to) {
    Skill before = revision(name, from);
    Skill after = revision(name, to);
    return TextDiff.of(
        name + " revision " + from, before.text(), name + " revision " + to, after.text());
  }

  @Override
  public Skill approve(String name, Author by) {
    return approve(List.of(Objects.requireNonNull(name, "name")), by).get(0);
  }

  @Override
  public List<Skill> approve(Collection<String> names, Author by) {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(names, "names");
    names.forEach(name -> governed(name, by));
    List<Skill> approved = new ArrayList<>();
    try {
      // Read anew: words that waited beside one of them are its words by now.
      names.forEach(name -> approved.add(approved(governed(name, by), by)));
    } finally {
      office.publish();
    }
    return List.copyOf(approved);
  }

  // Words that wait beside a skill become its words: two skills for one lesson help nobody.
  private Skill approved(Skill skill, Author by) {
    Library library = office.library();
    Instant now = clock.instant();
    Optional<Skill> beside =
        Waiting.is(skill) ? library.snapshot().byId(Waiting.beside(skill)) : Optional.empty();
    Revision approved =
        beside
            .map(one -> Authored.edited(one, skill.text()))
            .orElseGet(() -> Revision.after(skill));
    String reason = Screening.of(skill.text()).approved();
    String whose = beside.isPresent() ? reason + "; the words of '" + skill.name() + "'" : reason;
    Skill saved = library.save(approved.state(SkillState.ACTIVE).by(by, whose, now));
    if (beside.isPresent()) {
      library.save(
          Revision.after(skill)
              .state(SkillState.SUPERSEDED)
              .by(by, "its words are those of '" + saved.name() + "' now", now));
    }
    return saved;
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
  public Skill retire(String name, Author by, String reason) {
    Objects.requireNonNull(reason, "reason");
    return change(
        name,
        by,
        skill ->
            Revision.after(skill)
                .state(SkillState.UNUSED)
                .by(by, office.library().masked(reason), clock.instant()));
  }

  @Override
  public Skill promote(String name, Author by) {
    return change(
        name,
        by,
        skill -> {
          List<Scope> above = skill.scope().visible();
          if (above.size() == 1) {
            throw new IllegalArgumentException(
                "skill '" + shown(name) + "' is saved at the workspace: there is no scope above");
          }
          mayGovern(by, above.get(1));
          return Revision.after(skill)
              .movedTo(above.get(1))
              .by(by, "promoted from " + skill.scope(), clock.instant());
        });
  }

  @Override
  public List<Rewording> rewordings() {
    return office.rewordings(scope);
  }

  @Override
  public Skill reword(Rewording rewording, Author by) {
    Objects.requireNonNull(rewording, "rewording");
    Skill made = rewording.skill();
    return change(
        made.name(),
        by,
        skill -> {
          if (!skill.id().equals(made.id()) || skill.revision() != made.revision()) {
            throw new StaleRevisionException(made.id(), made.revision() + 1, skill.revision());
          }
          return Authored.edited(skill, office.library().masked(rewording.text()))
              .by(by, Screening.of(rewording.text()).reason("reworded"), clock.instant());
        });
  }

  @Override
  public List<Skill> exportTo(Path folder) {
    return office.exportTo(Objects.requireNonNull(folder, "folder"), scope);
  }

  @Override
  public List<Skill> importFrom(Path folder, Author by) {
    Objects.requireNonNull(folder, "folder");
    mayGovern(by, scope);
    return office.importFrom(folder, scope, by);
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
    Skill old = revision(name, revision);
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

  private Skill revision(String name, int revision) {
    return history(name).stream()
        .filter(one -> one.revision() == revision)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "skill '" + shown(name) + "' has no revision " + revision + " in " + scope));
  }

  private List<Skill> visible() {
    return office.library().snapshot().visibleIn(scope);
  }

  // What is saved above is visible here and not ours to change: a customer governs what is his.
  private Skill change(String name, Author by, UnaryOperator<Skill> next) {
    Skill saved = office.library().save(next.apply(governed(name, by)));
    office.publish();
    return saved;
  }

  private Skill governed(String name, Author by) {
    Objects.requireNonNull(by, "by");
    Skill newest =
        find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no skill '" + shown(name) + "' is visible in scope " + scope));
    mayGovern(by, newest.scope());
    return newest;
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

  private static String shown(String name) {
    String head = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "...";
    return head.replaceAll("\\p{Cntrl}", "?");
  }
}
