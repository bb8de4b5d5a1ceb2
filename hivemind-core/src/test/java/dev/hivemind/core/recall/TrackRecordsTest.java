package dev.hivemind.core.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Mode;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.TrackRecord;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.recall.RecallSettings.Bounds;
import dev.hivemind.testkit.InMemoryRecallEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a track record changes in recall: the order of lessons, and how loudly they are told. */
class TrackRecordsTest {
  private static final Scope SHOP = Scope.of("shop");
  private static final String GROSS = "{\"order\":77,\"basis\":\"gross\"}";
  private static final TrackRecord IGNORED = new TrackRecord(3, 0, 0, 0, 0, 1, 0, 1, 0);
  private static final TrackRecord WRONG = new TrackRecord(3, 0, 3, 0, 3, 0, 0, 3, 0);

  private final AtomicInteger count = new AtomicInteger();
  private final Bounds bounds = new Bounds(Duration.ofSeconds(5), 2, 1_500);
  private final Recaller recaller =
      new Recaller(
          new InMemoryRecallEngine(),
          new Shelves(),
          Embedder.none(),
          new RecallSettings(Mode.ON, HoldOut.NONE, bounds, bounds),
          () -> "r" + count.incrementAndGet(),
          InstantSource.system(),
          new Monitor(InstantSource.system()),
          row -> {});

  /** A lesson from an operator's words alone: firm enough for a note, not to hold a call. */
  private static Skill skill(String id, Kind kind, Role trust) {
    Author ana = Author.operator("ana");
    Situation situation =
        new Situation("refund", "2", "basis=gross order=<n>", "", "Refund order 12", GROSS);
    Evidence evidence =
        new Evidence(
            "e-" + id,
            kind,
            SHOP,
            "monday",
            ana,
            situation,
            "refund " + GROSS,
            "Refund on the net basis",
            "",
            List.of(new Change("basis", "gross", "net")),
            .95,
            List.of(),
            List.of("ev-" + id),
            List.of("ana"),
            Instant.EPOCH);
    String text = "---\nname: " + id + "\ndescription: x\n---\n\nRefund on the net basis.\n";
    return new Skill(
        id,
        1,
        SHOP,
        "refund-basis-" + id,
        "Refund on the net basis",
        text,
        List.of(situation),
        List.of(evidence),
        trust,
        SkillState.ACTIVE,
        "",
        ana,
        "learned",
        Instant.EPOCH);
  }

  private static LibrarySnapshot library(Map<String, TrackRecord> records, Skill... skills) {
    Map<String, Skill> byId = new TreeMap<>();
    for (Skill skill : skills) {
      byId.put(skill.id(), skill);
    }
    return new LibrarySnapshot(1, byId, records);
  }

  private Recall ask(LibrarySnapshot library, String version, boolean sideEffects) {
    RecallContext context =
        RecallContext.of(Session.of(SHOP, "s" + count.incrementAndGet()), "Refund order 77")
            .beforeTool("refund", GROSS)
            .toolVersion(version);
    return recaller.recall(sideEffects ? context.sideEffecting() : context, library);
  }

  @Test
  void ignoredNote_becomesAHold_whereAHoldIsAllowed() {
    Skill skill = skill("north", Kind.USER_TURN, Role.OPERATOR);
    LibrarySnapshot fresh = library(Map.of(), skill);
    LibrarySnapshot ignored = library(Map.of("north", IGNORED), skill);

    assertThat(ask(fresh, "2", true).advice()).isInstanceOf(Advice.Annotate.class);
    assertThat(ask(ignored, "2", true).advice()).isInstanceOf(Advice.Hold.class);
    assertThat(ask(ignored, "2", false).advice()).isInstanceOf(Advice.Annotate.class);
    assertThat(ask(ignored, "3", true).advice()).isInstanceOf(Advice.Annotate.class);
    assertThat(
            ask(
                    library(Map.of("north", IGNORED), skill("north", Kind.FIX_PAIR, Role.AGENT)),
                    "2",
                    true)
                .advice())
        .isInstanceOf(Advice.Annotate.class);
  }

  private static List<String> names(Recall recall) {
    return recall.skills().stream().map(Recall.Shown::skill).toList();
  }

  @Test
  void lessonThatWasWrong_standsBehindOneThatFitsAsWell() {
    Skill a = skill("north", Kind.USER_TURN, Role.OPERATOR);
    Skill b = skill("south", Kind.USER_TURN, Role.OPERATOR);

    assertThat(names(ask(library(Map.of(), a, b), "2", false))).containsExactly("north", "south");
    assertThat(names(ask(library(Map.of("north", WRONG), a, b), "2", false)))
        .containsExactly("south", "north");
    assertThat(names(ask(library(Map.of("north", IGNORED), a, b), "2", false)))
        .containsExactly("north", "south");
  }

  @Test
  void withoutARecord_aPersonsWordStandsBeforeAnObservation() {
    Skill a = skill("north", Kind.FIX_PAIR, Role.AGENT);
    Skill b = skill("south", Kind.USER_TURN, Role.OPERATOR);

    assertThat(names(ask(library(Map.of(), a, b), "2", false))).containsExactly("south", "north");
  }
}
