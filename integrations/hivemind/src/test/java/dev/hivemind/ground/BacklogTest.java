package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.store.h2.H2Storage;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that waited are mined whole, once and in order, however often the process is killed. */
class BacklogTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SESSIONS = 300;
  private static final int KILLS = Integer.getInteger("hivemind.kills", 3);
  private static final long SEED = Long.getLong("hivemind.seed", 20260309L);

  private final InMemoryStorage told = new InMemoryStorage();
  private List<String> learnedFirst = List.of();

  @TempDir Path home;

  @Test
  void backlog_ofThreeHundredSessions_isMinedWholeOnceAndInOrder() throws Exception {
    List<EventRow> backlog = recorded();
    store(backlog);
    Map<String, String> expected = mined(new InMemoryStorage(), backlog);
    Random random = new Random(SEED);

    int seen = 0;
    for (int i = 0; i < KILLS; i++) {
      seen += killedAfter(1 + random.nextInt(25));
    }

    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
      Map<String, Skill> lessons = Lessons.of(hivemind);
      assertThat(words(lessons)).as("seed %d", SEED).isEqualTo(expected);
      assertThat(lessons.values().stream().flatMap(one -> one.evidence().stream()))
          .extracting(Evidence::id)
          .doesNotHaveDuplicates()
          .hasSizeGreaterThan(SESSIONS / 3);
      assertThat(hivemind.status().problems()).isEmpty();
    }
    assertThat(seen).as("lessons begun before a kill").isPositive();
    assertThat(learnedFirst(home)).isEqualTo(learnedFirst);
    assertThat(ids(home)).isEqualTo(backlog.stream().map(EventRow::id).toList());
  }

  /** Records every session without a kill, and returns the rows. */
  private List<EventRow> recorded() {
    try (Hivemind hivemind = over(told)) {
      new Tales(SEED).some(SESSIONS).forEach(story -> story.recordTo(hivemind));
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
    }
    List<EventRow> rows = new ArrayList<>();
    InMemoryStorage again = told.reopen();
    for (String workspace : new TreeSet<>(again.events().workspaces())) {
      for (EventRow row : again.events().read(workspace, 0, Integer.MAX_VALUE)) {
        rows.add(new EventRow(row.workspace(), 0, row.id(), row.kind(), row.at(), row.document()));
      }
    }
    return rows;
  }

  private void store(List<EventRow> backlog) throws IOException {
    Path data = Files.createDirectories(home.resolve("data"));
    try (Storage storage = new H2Storage().open(data)) {
      for (int from = 0; from < backlog.size(); from += 100) {
        storage.events().append(backlog.subList(from, Math.min(backlog.size(), from + 100)));
      }
    }
  }

  /** Returns what the backlog teaches when nobody is killed. */
  private Map<String, String> mined(InMemoryStorage storage, List<EventRow> backlog) {
    storage.events().append(backlog);
    try (Hivemind hivemind = over(storage)) {
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
      learnedFirst = learnedFirst(storage);
      return words(Lessons.of(hivemind));
    }
  }

  private static Hivemind over(Storage storage) {
    return Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(storage.skills())
        .recallEngine(new InMemoryRecallEngine())
        .open();
  }

  private static Map<String, String> words(Map<String, Skill> lessons) {
    Map<String, String> words = new TreeMap<>();
    lessons.forEach((id, skill) -> words.put(id, Lessons.words(skill)));
    return words;
  }

  /** Returns how many lessons the child began before it was killed. */
  private int killedAfter(int lessons) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BacklogChild.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int seen = 0;
    try (BufferedReader output = child.inputReader()) {
      String line = output.readLine();
      while (line != null && seen < lessons) {
        seen += line.equals("lesson") ? 1 : 0;
        line = seen < lessons ? output.readLine() : line;
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return seen;
  }

  private static List<String> learnedFirst(Path home) {
    try (Storage storage = new H2Storage().open(home.resolve("data"))) {
      return learnedFirst(storage);
    }
  }

  /** Returns the skills in the order in which they were learned, workspace by workspace. */
  private static List<String> learnedFirst(Storage storage) {
    return storage.skills().workspaces().stream()
        .sorted()
        .flatMap(one -> storage.skills().changes(one, 0, Integer.MAX_VALUE).stream())
        .map(Change::row)
        .filter(row -> row.revision() == 1)
        .map(SkillRow::id)
        .toList();
  }

  private static List<String> ids(Path home) {
    try (Storage storage = new H2Storage().open(home.resolve("data"))) {
      return ids(storage.events());
    }
  }

  private static List<String> ids(EventStore events) {
    return events.workspaces().stream()
        .sorted()
        .flatMap(one -> events.read(one, 0, Integer.MAX_VALUE).stream())
        .map(EventRow::id)
        .toList();
  }
}
