package dev.hivemind.core.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Mode;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.Status.Counter;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.recall.RecallSettings.Bounds;
import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What happens between a start and the first recall of a host. */
class RehearsalTest {
  private static final Scope SCOPE = Scope.of("harbour");

  private final List<String> asked = new ArrayList<>();
  private final List<AgentEvent> logged = new ArrayList<>();
  private final Monitor monitor = new Monitor(InstantSource.system());
  private final Bounds bounds = new Bounds(Duration.ofSeconds(5), 2, 1_500);
  private final Recaller recaller =
      new Recaller(
          new Listening(),
          new Shelves(),
          Embedder.none(),
          new RecallSettings(Mode.ON, HoldOut.NONE, bounds, bounds),
          () -> "r",
          InstantSource.system(),
          monitor,
          logged::add);

  /** An engine that finds the first skill whatever it is asked. */
  private final class Listening implements RecallEngine {
    @Override
    public long version(String workspace) {
      return 1;
    }

    @Override
    public void apply(String workspace, List<IndexEntry> entries, long version) {}

    @Override
    public List<Candidate> candidates(CandidateQuery query) {
      asked.add(query.text());
      return List.of(new Candidate("s0", 1, Map.of()));
    }

    @Override
    public void clear(String workspace) {}

    @Override
    public void close() {}
  }

  private static LibrarySnapshot library(int skills) {
    Map<String, Skill> byId = new TreeMap<>();
    for (int i = 0; i < skills; i++) {
      byId.put("s" + i, skill(i));
    }
    return new LibrarySnapshot(1, byId, Map.of());
  }

  private static Skill skill(int i) {
    String description = "Tie up vessel " + i + " with two lines at quay " + i;
    return new Skill(
        "s" + i,
        1,
        SCOPE,
        "moor-" + i,
        description,
        "---\nname: moor-" + i + "\ndescription: " + description + "\n---\nTwo lines.\n",
        List.of(),
        List.of(),
        Role.OPERATOR,
        SkillState.ACTIVE,
        "",
        Author.operator("ana"),
        "added",
        Instant.EPOCH);
  }

  @Test
  void largeLibrary_isAskedSeveralTimes_aboutSeveralSkills_once() {
    recaller.prepare("harbour", library(Finder.SMALL + 1));
    int first = asked.size();
    recaller.prepare("harbour", library(Finder.SMALL + 2));

    assertThat(asked.stream().distinct().count()).isGreaterThan(3);
    assertThat(asked).hasSize(first);
  }

  @Test
  void rehearsal_isCountedAndLoggedNowhere() {
    recaller.prepare("harbour", library(3));

    assertThat(monitor.counters().values()).containsOnly(0L);
    assertThat(monitor.counters()).containsKey(Counter.RECALLS);
    assertThat(logged).isEmpty();
    assertThat(recaller.explain(SCOPE, "r")).isEmpty();
  }

  @Test
  void emptyLibrary_isNotRehearsed_theFirstSkillIs() {
    recaller.prepare("harbour", library(0));
    assertThat(asked).isEmpty();
    recaller.prepare("harbour", library(Finder.SMALL + 1));
    assertThat(asked).isNotEmpty();
  }
}
