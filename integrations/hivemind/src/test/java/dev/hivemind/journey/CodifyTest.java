package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.CodifyReport;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Scope;
import dev.hivemind.SkillState;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import org.junit.jupiter.api.Test;

/** What codification says of what it found. */
class CodifyTest {
  private static HivemindBuilder builder() {
    InMemoryStorage storage = new InMemoryStorage();
    return Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(storage.skills())
        .recallEngine(new InMemoryRecallEngine());
  }

  @Test
  void report_tellsWhatTheBackgroundFoundBefore_andOnce() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();

      CodifyReport report = hivemind.codify(Story.SCOPE);

      assertThat(report.scope()).isEqualTo(Story.SCOPE);
      Evidence evidence = report.evidence().get(0);
      assertThat(report.evidence()).hasSize(1);
      assertThat(evidence.kind()).isEqualTo(Evidence.Kind.CORRECTION);
      assertThat(evidence.probability()).isGreaterThan(.9);
      assertThat(evidence.signals()).isNotEmpty();
      assertThat(evidence.events()).hasSize(3);
      assertThat(evidence.voices()).containsExactly("ana");
      Decision decision = report.decisions().get(0);
      assertThat(report.decisions()).hasSize(1);
      assertThat(decision.outcome()).isEqualTo(Outcome.KEEP);
      assertThat(decision.evidence()).containsExactly(evidence.id());
      assertThat(decision.state()).isEqualTo(SkillState.ACTIVE);
      assertThat(decision.reason()).isNotBlank();
      assertThat(hivemind.codify(Story.SCOPE).evidence()).isEmpty();
    }
  }

  @Test
  void report_isOfItsScopeAndBelow() {
    Scope till = Scope.of("shop/till");
    Scope mail = Scope.of("shop/mail");
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind, till, Author.operator("ana"), "Ask the till first.");
      Story.teach(hivemind, mail, Author.operator("ben"), "Send no mail at night.");

      CodifyReport ofTill = hivemind.codify(till);
      CodifyReport ofShop = hivemind.codify(Scope.of("shop"));

      assertThat(ofTill.evidence()).extracting(Evidence::scope).containsExactly(till);
      assertThat(ofTill.decisions()).hasSize(1);
      assertThat(ofShop.evidence()).extracting(Evidence::scope).containsExactly(mail);
      assertThat(ofShop.decisions()).hasSize(1);
    }
  }
}
