package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.ToolStatus;
import dev.hivemind.TrackRecord;
import dev.hivemind.testkit.FailingEventStore;
import dev.hivemind.testkit.FailingSkillStore;
import dev.hivemind.testkit.Failures;
import dev.hivemind.testkit.Failures.Side;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import dev.hivemind.testkit.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What came of lessons is counted once, outlives events and restarts, and can be forgotten. */
class OutcomeMemoryTest {
  // Every call in the long form.
  private static final int STRIDE = Integer.getInteger("hivemind.rounds", 0) > 0 ? 1 : 9;
  private static final Scope SHOP = Scope.of("shop");
  private static final Scope TILL = Scope.of("shop/till");
  private static final Scope MAIL = Scope.of("shop/mail");
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final String GROSS = "{\"order\":77,\"basis\":\"gross\"}";
  private static final String NET = "{\"order\":77,\"basis\":\"net\"}";

  @TempDir Path home;
  private final MutableClock clock = MutableClock.at(START);
  private InMemoryEventStore events = new InMemoryEventStore();
  private InMemorySkillStore skills = new InMemorySkillStore();

  private HivemindBuilder builder(Failures failures) {
    return Hivemind.builder()
        .eventStore(new FailingEventStore(events, failures))
        .skillStore(new FailingSkillStore(skills, failures))
        .recallEngine(new InMemoryRecallEngine())
        .retention(Duration.ofDays(2))
        .clock(clock);
  }

  private static Failures none() {
    return Failures.random(1, 0);
  }

  private static Session session(Scope scope, String id) {
    return Session.of(scope, id).by(Author.operator("ana"));
  }

  private static void flush(Hivemind hivemind) {
    assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
  }

  private static void call(Hivemind hivemind, Session session, String id, String arguments) {
    hivemind.record(session.toolCall(id, "refund", arguments));
    hivemind.record(session.toolResult(id, ToolStatus.OK, "refunded"));
  }

  private static void teach(Hivemind hivemind, Scope scope) {
    Session monday = session(scope, "monday");
    hivemind.record(monday.prompt("Refund order 77"));
    call(hivemind, monday, "c1", GROSS);
    hivemind.record(monday.correctedArguments("c1", "No. Refund on the net basis.", NET));
    flush(hivemind);
  }

  /** Told, followed and approved once, told and ignored once. */
  private static void live(Hivemind hivemind, Scope scope) {
    Session tuesday = session(scope, "tuesday");
    told(hivemind, tuesday);
    call(hivemind, tuesday, "d1", NET);
    hivemind.record(tuesday.approved("d1"));
    flush(hivemind);
    Session wednesday = session(scope, "wednesday");
    told(hivemind, wednesday);
    call(hivemind, wednesday, "e1", GROSS);
    hivemind.record(wednesday.correctedArguments("e1", "No. Refund on the net basis!", NET));
    flush(hivemind);
  }

  private static void told(Hivemind hivemind, Session session) {
    hivemind.record(session.prompt("Refund order 77"));
    hivemind.recall(
        RecallContext.of(session, "Refund order 77").beforeTool("refund", GROSS).sideEffecting());
  }

  private static TrackRecord track(Hivemind hivemind, Scope scope) {
    List<Skill> skills = hivemind.skills(scope).list();
    assertThat(skills).hasSize(1);
    return hivemind.skills(scope).trackRecord(skills.get(0).name());
  }

  private static final TrackRecord LIVED = new TrackRecord(2, 0, 1, 1, 0, 1, 0, 1, 0);

  @ParameterizedTest
  @EnumSource(Side.class)
  void storeThatFailsOnce_atWhateverCall_countsNothingTwiceAndLosesNothing(Side side) {
    int calls = 200;
    // The first two list the workspaces: what fails there, fails open.
    for (int number = 3; number < calls; number += STRIDE) {
      events = new InMemoryEventStore();
      skills = new InMemorySkillStore();
      try (Hivemind hivemind = builder(none()).open()) {
        teach(hivemind, TILL);
      }
      Failures failures = Failures.atCall(number, side);
      try (Hivemind hivemind = builder(failures).open()) {
        flush(hivemind);
        live(hivemind, TILL);
        calls = failures.calls();
      }
      try (Hivemind hivemind = builder(none()).open()) {
        flush(hivemind);
        assertThat(track(hivemind, TILL)).as("call %d failed, %s", number, side).isEqualTo(LIVED);
      }
    }
  }

  @Test
  void record_outlivesTheEventsItWasCountedFrom() {
    try (Hivemind hivemind = builder(none()).open()) {
      teach(hivemind, TILL);
      live(hivemind, TILL);
      clock.advance(Duration.ofDays(5));
      hivemind.codify(TILL);
    }
    assertThat(events.read("shop", 0, 10)).isEmpty();
    try (Hivemind hivemind = builder(none()).open()) {
      assertThat(track(hivemind, TILL)).isEqualTo(LIVED);
      assertThat(hivemind.learning(TILL, START, clock.instant()).total().opportunities())
          .isEqualTo(2);
    }
  }

  @Test
  void memoryThatIsLost_isCountedAgainFromTheEventsThatAreLeft() {
    try (Hivemind hivemind = builder(none()).open()) {
      teach(hivemind, TILL);
      live(hivemind, TILL);
    }
    events.erase("shop", List.of());
    try (Hivemind hivemind = builder(none()).open()) {
      hivemind.record(session(TILL, "thursday").prompt("Good morning"));
      flush(hivemind);
      assertThat(track(hivemind, TILL)).isEqualTo(LIVED);
    }
  }

  @Test
  void forgettingAScope_forgetsWhatCameOfItAndKeepsTheRest() {
    try (Hivemind hivemind = builder(none()).open()) {
      for (Scope scope : List.of(TILL, MAIL)) {
        teach(hivemind, scope);
        live(hivemind, scope);
      }
      hivemind.forget(Forget.everything(TILL));

      assertThat(track(hivemind, MAIL)).isEqualTo(LIVED);
      assertThat(hivemind.learning(MAIL, START, clock.instant()).total().opportunities())
          .isEqualTo(2);
      assertThat(hivemind.learning(TILL, START, clock.instant()).weeks()).isEmpty();
      assertThat(hivemind.learning(SHOP, START, clock.instant()).total().opportunities())
          .isEqualTo(2);
    }
    assertThat(events.checkpoint("shop", "miner").state()).contains("mail").doesNotContain("till");
    try (Hivemind hivemind = builder(none()).open()) {
      assertThat(track(hivemind, MAIL)).isEqualTo(LIVED);
    }
  }

  @Test
  void export_bringsTheRecordsAlong() {
    Path file = home.resolve("memories.jsonl");
    try (Hivemind hivemind = builder(none()).open()) {
      teach(hivemind, TILL);
      live(hivemind, TILL);
      clock.advance(Duration.ofDays(5));
      hivemind.codify(TILL);
      hivemind.export(file);
    }
    events = new InMemoryEventStore();
    skills = new InMemorySkillStore();
    try (Hivemind hivemind = builder(none()).restore(file).open()) {
      assertThat(track(hivemind, TILL)).isEqualTo(LIVED);
    }
  }
}
