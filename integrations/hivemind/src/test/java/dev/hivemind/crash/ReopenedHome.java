package dev.hivemind.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.Status.Counter;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.EventRow;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home whose process was killed, opened again and again: every promise looked at each time. */
final class ReopenedHome {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final Set<String> confirmed = new HashSet<>();
  private final Set<Ledger.Lesson> lessons = new HashSet<>();
  private Map<String, EventRow> rows = Map.of();

  ReopenedHome(Path home) {
    this.home = home;
  }

  /** Returns how many events of this home were confirmed so far. */
  int confirmed() {
    return confirmed.size();
  }

  /** Opens the home and throws if it is not what the side file and earlier looks say it must be. */
  void check(Ledger.Entries entries) throws IOException {
    confirmed.addAll(entries.confirmed());
    lessons.addAll(entries.lessons());
    List<String> files = files();
    List<Learned> learned = new ArrayList<>();
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(hivemind.flush(PATIENCE)).isEqualTo(dev.hivemind.FlushReport.done());
      checkFiles(files, hivemind);
      checkLibrary(hivemind);
      Learned.skills(hivemind).forEach(skill -> learned.add(Learned.of(skill)));
      assertThat(hivemind.status().problems()).isEmpty();
      assertThat(hivemind.status().count(Counter.UNREADABLE)).isZero();
    }
    Survey survey = Survey.of(home);
    checkEvents(survey, entries);
    checkRows(survey);
    assertThat(learned).as("as if never interrupted").isEqualTo(uninterrupted(survey));
  }

  private List<String> files() throws IOException {
    Path root = home.resolve("skills");
    List<String> texts = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path file : found.filter(path -> path.endsWith("SKILL.md")).toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    return texts;
  }

  private void checkFiles(List<String> before, Hivemind hivemind) throws IOException {
    Set<String> known =
        Learned.revisions(hivemind).stream().map(Skill::text).collect(Collectors.toSet());
    assertThat(known).as("files before opening are whole").containsAll(before);
    List<String> active =
        Learned.skills(hivemind).stream()
            .filter(skill -> skill.state() == SkillState.ACTIVE)
            .map(Skill::text)
            .toList();
    assertThat(files()).as("files").containsExactlyInAnyOrderElementsOf(active);
  }

  private void checkLibrary(Hivemind hivemind) {
    Map<String, Integer> revisions = new HashMap<>();
    for (Skill skill : Learned.revisions(hivemind)) {
      int expected = revisions.merge(skill.scope() + " " + skill.id(), 1, Integer::sum);
      assertThat(skill.revision()).as("revision of " + skill.name()).isEqualTo(expected);
      assertThat(skill.pinned()).as(skill.name() + " was touched by nobody").isFalse();
    }
    for (Ledger.Lesson lesson : lessons) {
      Tale tale = new Tale(Scope.of(lesson.scope()), "check", lesson.tool());
      List<Skill> about =
          hivemind.skills(tale.scope()).list(SkillState.ACTIVE).stream()
              .filter(
                  skill ->
                      skill.situations().stream()
                          .anyMatch(situation -> situation.tool().equals(tale.tool())))
              .toList();
      assertThat(about).as("lesson " + lesson).hasSize(1);
      assertThat(hivemind.recall(tale.again()).skills())
          .as("recall of " + lesson)
          .extracting(Recall.Shown::name)
          .containsExactly(about.get(0).name());
    }
  }

  private void checkEvents(Survey survey, Ledger.Entries entries) {
    Map<String, EventRow> now =
        survey.all().stream().collect(Collectors.toMap(EventRow::id, row -> row));
    assertThat(now.keySet()).as("confirmed events").containsAll(confirmed);
    assertThat(now).as("positions and rows of before").containsAllEntriesOf(rows);
    for (List<String> group : entries.groups()) {
      assertThat(group.stream().filter(now::containsKey).count())
          .as("group " + group)
          .isIn(0L, (long) group.size());
    }
    entries
        .recorded()
        .forEach(
            (writer, ids) -> {
              List<Boolean> there = ids.stream().map(now::containsKey).toList();
              assertThat(there.lastIndexOf(true)).as("no gap").isLessThan(firstGap(there));
              List<Long> positions =
                  ids.stream().filter(now::containsKey).map(id -> now.get(id).position()).toList();
              assertThat(positions).as("order of writer " + writer).isSorted();
            });
    survey
        .events()
        .forEach(
            (workspace, all) -> {
              long highest =
                  rows.values().stream()
                      .filter(row -> row.workspace().equals(workspace))
                      .mapToLong(EventRow::position)
                      .max()
                      .orElse(0);
              assertThat(all)
                  .filteredOn(row -> !rows.containsKey(row.id()))
                  .allMatch(row -> row.position() > highest);
              assertThat(survey.checkpoints().get(workspace).position())
                  .as("checkpoint of " + workspace)
                  .isEqualTo(all.isEmpty() ? 0 : all.get(all.size() - 1).position());
            });
    rows = now;
  }

  private static int firstGap(List<Boolean> there) {
    int gap = there.indexOf(false);
    return gap < 0 ? there.size() : gap;
  }

  private static void checkRows(Survey survey) {
    survey
        .skills()
        .values()
        .forEach(
            changes -> {
              assertThat(changes).extracting(Change::version).isSorted().doesNotHaveDuplicates();
              assertThat(changes).noneMatch(change -> change.row().erased());
            });
  }

  private static List<Learned> uninterrupted(Survey survey) {
    InMemoryStorage storage = new InMemoryStorage();
    survey.events().values().forEach(rows -> storage.events().append(rows));
    try (Hivemind hivemind =
        Hivemind.builder()
            .eventStore(storage.events())
            .skillStore(storage.skills())
            .recallEngine(new InMemoryRecallEngine())
            .open()) {
      assertThat(hivemind.flush(PATIENCE).complete()).isTrue();
      return Learned.skills(hivemind).stream().map(Learned::of).toList();
    }
  }
}
