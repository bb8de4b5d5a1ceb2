package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Explanation;
import dev.hivemind.Explanation.Considered;
import dev.hivemind.Explanation.Detail;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import dev.hivemind.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a recall said what it said: at once, and long after. */
class ExplanationTest {
  private final InMemoryEventStore events = new InMemoryEventStore();
  private final InMemorySkillStore skills = new InMemorySkillStore();
  private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

  private Hivemind open() {
    return Hivemind.builder()
        .eventStore(events)
        .skillStore(skills)
        .recallEngine(new InMemoryRecallEngine())
        .clock(clock)
        .open();
  }

  private static Explanation explained(Hivemind hivemind, Recall recall) {
    return hivemind.explain(Story.SCOPE, recall.id()).orElseThrow();
  }

  @Test
  void latest_namesSizeNearMissesAndWhatWasPassedOver() {
    try (Hivemind hivemind = open()) {
      Story.teach(hivemind);
      Session monday = Session.of(Story.SCOPE, "mails").by(Author.operator("ana"));
      hivemind.record(monday.prompt("Write to the landlord"));
      hivemind.record(monday.toolCall("m1", "send_mail", "{\"to\":\"landlord\"}"));
      hivemind.record(monday.toolResult("m1", ToolStatus.OK, "sent"));
      hivemind.record(monday.correction("m1", "No. Ask me before you send a mail."));
      hivemind.flush(Story.patience());
      Recall recall = Story.ask(hivemind);
      Explanation held = explained(hivemind, recall);

      assertThat(held.detail()).isEqualTo(Detail.FULL);
      assertThat(held.characters()).isEqualTo(recall.text().length()).isPositive();
      assertThat(held.budget()).isEqualTo(300);
      assertThat(held.considered())
          .extracting(Considered::outcome)
          .containsExactly(Outcome.SHOWN, Outcome.FILTERED);
      assertThat(held.considered().get(1).reason()).contains("other tools");

      String mails = held.considered().get(1).name();
      hivemind.skills(Story.SCOPE).reject(mails, Author.owner("olga"), "nonsense");
      clock.advance(Duration.ofMinutes(1));
      Recall next = Story.ask(hivemind, Story.SCOPE, "wednesday");
      assertThat(explained(hivemind, next).considered().get(1).reason())
          .contains("retired")
          .contains("nonsense");
    }
  }

  @Test
  void nearMisses_areThoseThatAreHalfSure() {
    Explanation explanation =
        new Explanation(
            Detail.FULL,
            "r",
            clock.instant(),
            RecallContext.of(Session.of(Story.SCOPE, "s"), "t"),
            new Advice.Proceed(),
            .5,
            List.of(
                considered("a", .6, Outcome.SHOWN_BEFORE),
                considered("b", .4, Outcome.BELOW_THRESHOLD),
                considered("c", .2, Outcome.BELOW_THRESHOLD)),
            0,
            300,
            10);

    assertThat(explanation.nearMisses()).extracting(Considered::name).containsExactly("b");
    assertThat(explanation.toString()).contains("0 of 300 characters");
  }

  private static Considered considered(String name, double confidence, Outcome outcome) {
    return new Considered(name, 1, name, java.util.Map.of(), confidence, outcome, "why");
  }

  @Test
  void older_isWhatTheLogHolds_asLongAsItDoes() {
    Recall recall;
    try (Hivemind hivemind = open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      recall = Story.ask(hivemind);
    }
    try (Hivemind hivemind = open()) {
      Explanation logged = explained(hivemind, recall);

      assertThat(logged.detail()).isEqualTo(Detail.LOGGED);
      assertThat(logged.recall()).isEqualTo(recall.id());
      assertThat(logged.at()).isEqualTo(clock.instant());
      assertThat(logged.advice()).isInstanceOf(Advice.Hold.class);
      assertThat(logged.context().session().id()).isEqualTo("tuesday");
      assertThat(logged.context().tool()).isEqualTo("refund");
      assertThat(logged.characters()).isEqualTo(recall.text().length());
      assertThat(logged.considered())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.name()).isEqualTo(recall.skills().get(0).name());
                assertThat(one.confidence()).isEqualTo(recall.skills().get(0).confidence());
                assertThat(one.outcome()).isEqualTo(Outcome.SHOWN);
              });
      assertThat(hivemind.explain(Scope.of("payments-service/till"), recall.id())).isEmpty();
      assertThat(hivemind.explain(Scope.of("other"), recall.id())).isEmpty();
      assertThat(hivemind.explain(Story.SCOPE, "nobody's")).isEmpty();
      assertThat(hivemind.explain(Story.SCOPE, "")).isEmpty();

      clock.advance(Duration.ofDays(40));
      hivemind.codify(Story.SCOPE);
      assertThat(hivemind.explain(Story.SCOPE, recall.id())).isEmpty();
    }
  }
}
