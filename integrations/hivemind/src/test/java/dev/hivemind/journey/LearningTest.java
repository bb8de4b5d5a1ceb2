package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.LearningReport;
import dev.hivemind.LearningReport.Group;
import dev.hivemind.LearningReport.Rate;
import dev.hivemind.LearningReport.Week;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import dev.hivemind.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often what was corrected once goes wrong again. */
class LearningTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Scope TILL = Scope.of("shop/till");
  private static final String GROSS = "{\"order\":77,\"basis\":\"gross\"}";
  private static final String NET = "{\"order\":77,\"basis\":\"net\"}";

  private final MutableClock clock = MutableClock.at(MONDAY);
  private final Hivemind hivemind =
      Hivemind.builder()
          .eventStore(new InMemoryEventStore())
          .skillStore(new InMemorySkillStore())
          .recallEngine(new InMemoryRecallEngine())
          .clock(clock)
          .open();

  @AfterEach
  void close() {
    hivemind.close();
  }

  private static Session session(String id, Author author) {
    return Session.of(TILL, id).by(author);
  }

  private static Session session(String id) {
    return session(id, Author.operator("ana"));
  }

  private Session begun(String id) {
    Session session = session(id);
    hivemind.record(session.prompt("Refund order 77"));
    return session;
  }

  private void call(Session session, String id, String arguments) {
    hivemind.record(session.toolCall(id, "refund", arguments));
    hivemind.record(session.toolResult(id, ToolStatus.OK, "refunded"));
  }

  private void corrected(Session session, String id) {
    hivemind.record(session.correctedArguments(id, "No. Refund on the net basis.", NET));
  }

  private void told(Session session) {
    hivemind.flush(Story.patience());
    assertThat(
            hivemind
                .recall(RecallContext.of(session, "Refund order 77").beforeTool("refund", GROSS))
                .skills())
        .hasSize(1);
  }

  private LearningReport report() {
    return hivemind.learning(TILL, MONDAY, clock.instant().plusSeconds(1));
  }

  private void learned() {
    Session monday = begun("monday");
    call(monday, "c1", GROSS);
    corrected(monday, "c1");
    hivemind.flush(Story.patience());
  }

  @Test
  void firstMistake_isNoRepeat() {
    learned();

    assertThat(report().total()).isEqualTo(Rate.NONE);
    assertThat(report().weeks())
        .singleElement()
        .satisfies(
            week -> {
              assertThat(week.monday()).isEqualTo(LocalDate.of(2026, 3, 2));
              assertThat(week.sessions()).isEqualTo(1);
              assertThat(week.corrections()).isEqualTo(1);
              assertThat(week.correctionsPer100Sessions()).isEqualTo(100);
            });
  }

  @Test
  void opportunities_areSplitByWhatTheAgentWasTold() {
    learned();
    Session shown = begun("shown");
    told(shown);
    call(shown, "d1", NET);
    Session ignored = begun("ignored");
    told(ignored);
    call(ignored, "e1", GROSS);
    corrected(ignored, "e1");
    Session silent = begun("silent");
    call(silent, "f1", GROSS);
    corrected(silent, "f1");
    Session right = begun("right");
    call(right, "g1", NET);

    assertThat(report().of(Group.SHOWN)).isEqualTo(new Rate(2, 1));
    assertThat(report().of(Group.MISSED)).isEqualTo(new Rate(2, 1));
    assertThat(report().of(Group.NO_SKILL)).isEqualTo(Rate.NONE);
    assertThat(report().of(Group.WITHHELD)).isEqualTo(Rate.NONE);
    assertThat(report().total().value()).isEqualTo(.5);
  }

  @Test
  void repeat_isWhatWasRefusedToo_andOfALessonNobodyActivatedThereIsNoSkill() {
    learned();
    var skills = hivemind.skills(TILL);
    skills.reject(skills.list().get(0).name(), Author.owner("olga"), "not so");
    Session refused = begun("refused");
    hivemind.record(refused.toolCall("d1", "refund", GROSS));
    hivemind.record(refused.rejected("d1", ""));

    assertThat(report().of(Group.NO_SKILL)).isEqualTo(new Rate(1, 1));
  }

  @Test
  void session_thatBeginsWithARecall_isCountedOnce() {
    learned();
    told(session("tuesday"));
    hivemind.record(session("tuesday").prompt("Refund order 77"));
    hivemind.record(session("tuesday").turnEnd());

    assertThat(report().weeks().get(0).sessions()).isEqualTo(2);
  }

  @Test
  void callsOfOneTurn_areOneOpportunity() {
    learned();
    Session session = begun("tuesday");
    call(session, "d1", GROSS);
    call(session, "d2", NET);
    hivemind.record(session.prompt("And order 78"));
    call(session, "d3", NET);

    assertThat(report().total().opportunities()).isEqualTo(2);
  }

  @Test
  void weeks_areCountedApartAndOnlyThoseAskedFor() {
    learned();
    clock.advance(Duration.ofDays(7));
    call(begun("next"), "d1", NET);

    assertThat(report().weeks())
        .extracting(Week::monday)
        .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9));
    assertThat(report().weeks().get(1).of(Group.MISSED)).isEqualTo(new Rate(1, 0));
    assertThat(hivemind.learning(TILL, clock.instant(), clock.instant().plusSeconds(1)).weeks())
        .hasSize(1);
    assertThat(hivemind.learning(Scope.of("shop/mail"), MONDAY, clock.instant()).weeks()).isEmpty();
    assertThat(hivemind.learning(Scope.of("shop"), MONDAY, clock.instant()).weeks()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hivemind.learning(TILL, clock.instant(), MONDAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hivemind.noop().learning(TILL, clock.instant(), MONDAY));
    assertThat(Hivemind.noop().learning(TILL, MONDAY, MONDAY).weeks()).isEmpty();
  }

  @Test
  void interval_isWilsons() {
    // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
    assertThat(new Rate(263, 81).low()).isCloseTo(.2553, within(5e-5));
    assertThat(new Rate(263, 81).high()).isCloseTo(.3662, within(5e-5));
    assertThat(new Rate(148, 15).low()).isCloseTo(.0624, within(5e-5));
    assertThat(new Rate(148, 15).high()).isCloseTo(.1605, within(5e-5));
    assertThat(new Rate(20, 0).low()).isZero();
    assertThat(new Rate(20, 0).high()).isCloseTo(.1611, within(5e-5));
  }
}
