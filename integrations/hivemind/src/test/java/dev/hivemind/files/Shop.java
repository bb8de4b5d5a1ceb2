package dev.hivemind.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import dev.hivemind.testkit.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A home that publishes to a project's root, and what people do in that root. */
final class Shop implements AutoCloseable {
  static final Scope SCOPE = Scope.of("shop");
  static final Author ANA = Author.operator("ana");
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final Path home;
  Path root;
  private final EventStore events = new InMemoryEventStore();
  private final SkillStore skills = new InMemorySkillStore();
  private UnaryOperator<HivemindBuilder> settings = UnaryOperator.identity();
  Hivemind hivemind;
  private int number;

  private Shop(Path home, Path root) {
    this.home = home;
    this.root = root;
    this.hivemind = open();
  }

  /** Returns one with its own home and project under a directory. */
  static Shop in(Path temp) {
    return of(temp.resolve("home"), temp.resolve("project/.claude/skills"));
  }

  static Shop of(Path home, Path root) {
    return new Shop(home, root);
  }

  private Hivemind open() {
    return settings.apply(builder()).open();
  }

  /** Opens again with other settings. */
  void configure(UnaryOperator<HivemindBuilder> newSettings) {
    down(() -> settings = newSettings);
  }

  private HivemindBuilder builder() {
    return Hivemind.builder()
        .home(home)
        .eventStore(events)
        .skillStore(skills)
        .recallEngine(new InMemoryRecallEngine())
        .publishTo(root, SCOPE)
        .deadlines(PATIENCE, PATIENCE);
  }

  /** Does something while the process is down. */
  void down(Io work) {
    hivemind.close();
    run(work);
    hivemind = open();
    flush();
  }

  /** Publishes to another root from now on. */
  void moveTo(Path newRoot) {
    down(() -> root = newRoot);
  }

  /** Something that may fail. */
  interface Io {
    void run() throws IOException;
  }

  static void run(Io work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SkillLibrary skills() {
    return hivemind.skills(SCOPE);
  }

  /** Teaches a lesson about a tool and returns the skill. */
  Skill teach(String tool, String lesson) {
    return teach(hivemind, SCOPE, tool, lesson, number++);
  }

  static Skill teach(Hivemind hivemind, Scope scope, String tool, String lesson, int number) {
    Story.in(Session.of(scope, "about " + tool + number).by(ANA))
        .prompt("Please " + tool.replace('_', ' ') + " number 12")
        .call(tool, "{\"number\":12}")
        .ok("done")
        .correction(lesson)
        .recordTo(hivemind);
    assertThat(hivemind.flush(PATIENCE).complete()).isTrue();
    return hivemind.skills(scope).list().stream()
        .filter(one -> one.situations().stream().anyMatch(s -> s.tool().equals(tool)))
        .findFirst()
        .orElseThrow();
  }

  /** Returns what is said before a call of a tool. */
  String said(String tool) {
    return said(hivemind, SCOPE, tool, number++);
  }

  static String said(Hivemind hivemind, Scope scope, String tool, int number) {
    Session asking = Session.of(scope, "asking" + number).by(Author.operator("ben"));
    return hivemind
        .recall(
            RecallContext.of(asking, "Please " + tool.replace('_', ' ') + " number 77")
                .beforeTool(tool, "{\"number\":77}")
                .sideEffecting())
        .text();
  }

  void flush() {
    hivemind.codify(SCOPE);
  }

  Path file(Skill skill) {
    return file(skill.name());
  }

  Path file(String name) {
    return root.resolve(name).resolve("SKILL.md");
  }

  String read(Skill skill) {
    return read(file(skill));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    run(
        () -> {
          Files.createDirectories(file.getParent());
          Files.writeString(file, text);
        });
  }

  /** Replaces words in a skill's file, as a person does. */
  void edit(Skill skill, String from, String to) {
    String text = read(skill);
    assertThat(text).contains(from);
    write(file(skill), text.replace(from, to));
  }

  static void delete(Path directory) {
    run(
        () -> {
          try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
              Files.delete(path);
            }
          }
        });
  }

  Skill now(Skill skill) {
    return history(skill).get(history(skill).size() - 1);
  }

  List<Skill> history(Skill skill) {
    return Stream.concat(
            skills().list().stream(),
            Stream.of(SkillState.values()).flatMap(s -> skills().list(s).stream()))
        .filter(one -> one.id().equals(skill.id()))
        .findFirst()
        .map(one -> skills().history(one.name()))
        .orElseThrow();
  }

  @Override
  public void close() {
    hivemind.close();
  }
}
