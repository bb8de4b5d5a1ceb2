package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Explanation;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.Mode;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on the embedded default: from a correction to the call that is held. */
class LoopTest {
  @TempDir Path home;

  /** Returns a builder of the default. */
  HivemindBuilder builder() {
    return Hivemind.builder().home(home);
  }

  @Test
  void correction_ofAnOperator_holdsTheSameCallInTheNextConversation() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();

      Recall recall = Story.ask(hivemind);

      assertThat(recall.advice()).isInstanceOf(Advice.Hold.class);
      assertThat(recall.text()).contains("settlement window").hasSizeLessThanOrEqualTo(300);
      assertThat(recall.text()).doesNotContain("1234");
    }
  }

  @Test
  void hold_ofTheSameCallSentAgain_letsItGoThrough() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Proceed.class);
    }
  }

  @Test
  void hold_ofCallsMadeAtOnce_isOfEach_untilOneWasAnswered() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      assertThat(refund(hivemind, "{\"order\":77}")).isInstanceOf(Advice.Hold.class);
      assertThat(refund(hivemind, "{\"order\":78}")).isInstanceOf(Advice.Hold.class);
      hivemind.record(tuesday().toolResult("c1", ToolStatus.HELD, "the lesson"));
      assertThat(refund(hivemind, "{\"order\":79}")).isInstanceOf(Advice.Proceed.class);
    }
  }

  private static Session tuesday() {
    return Session.of(Story.SCOPE, "tuesday").by(Author.operator("ben"));
  }

  private static Advice refund(Hivemind hivemind, String arguments) {
    return hivemind
        .recall(
            RecallContext.of(tuesday(), "Refund order 77")
                .beforeTool("refund", arguments)
                .sideEffecting())
        .advice();
  }

  @Test
  void hold_afterTheNextPrompt_isSaidAgain() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      Story.ask(hivemind);

      hivemind.record(Session.of(Story.SCOPE, "tuesday").prompt("and order 78"));

      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    }
  }

  @Test
  void lesson_isAFileWithTheLessonInIt() throws IOException {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      assertThat(skillFiles()).hasSize(1);
      assertThat(Files.readString(skillFiles().get(0)))
          .startsWith("---\nname: ")
          .contains("settlement window")
          .isEqualTo(hivemind.skills(Story.SCOPE).list().get(0).text());
    }
  }

  @Test
  void recall_ofAnotherWorkspaceOrAScopeBeside_isSilent() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind, Scope.of("payments/ana"), Author.operator("ana"), Story.LESSON);
      hivemind.flush(Story.patience());

      assertThat(Story.ask(hivemind, Scope.of("payments/ana"), "s").text()).isNotEmpty();
      assertThat(Story.ask(hivemind, Scope.of("payments/ana/below"), "s").text()).isNotEmpty();
      for (String silent : List.of("payments/ben", "payments", "other/ana", "payments2/ana")) {
        assertThat(Story.ask(hivemind, Scope.of(silent), "s").text()).as(silent).isEmpty();
      }
    }
  }

  @Test
  void recall_ofSomethingElse_isSilent() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      Session session = Session.of(Story.SCOPE, "s").by(Author.operator("ben"));

      RecallContext mail =
          RecallContext.of(session, "Write to the landlord")
              .beforeTool("send_mail", "{\"to\":\"x\"}");

      assertThat(hivemind.recall(mail).text()).isEmpty();
      assertThat(hivemind.recall(RecallContext.of(session, "What is the weather tomorrow?")).text())
          .isEmpty();
    }
  }

  @Test
  void recall_atThePromptAskedAgain_givesTheSameBytes() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      RecallContext context =
          RecallContext.of(
              Session.of(Story.SCOPE, "s").by(Author.operator("ben")), "Refund order 88");

      Recall first = hivemind.recall(context);

      assertThat(first.advice()).isInstanceOf(Advice.Annotate.class);
      assertThat(hivemind.recall(context)).isEqualTo(first);
    }
  }

  @Test
  void explain_namesTheSkillThatWasShownAndWhy() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      Recall recall = Story.ask(hivemind);
      Explanation explanation = hivemind.explain(Story.SCOPE, recall.id()).orElseThrow();

      assertThat(explanation.considered().get(0).outcome()).isEqualTo(Outcome.SHOWN);
      assertThat(explanation.considered().get(0).parts()).isNotEmpty();
      assertThat(hivemind.explain(Scope.of("other"), recall.id())).isEmpty();
    }
  }

  @Test
  void reopening_keepsWhatWasLearned() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
    }
    try (Hivemind hivemind = builder().open()) {
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
      assertThat(hivemind.skills(Story.SCOPE).list())
          .singleElement()
          .extracting(Skill::revision)
          .isEqualTo(1);
    }
  }

  @Test
  void customersWord_reachesNobodyElse() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind, Story.SCOPE, Author.endUser("eve"), Story.LESSON);
      hivemind.flush(Story.patience());

      assertThat(Story.ask(hivemind).text()).isEmpty();
      assertThat(hivemind.skills(Story.SCOPE).list(SkillState.ACTIVE)).isEmpty();
    }
  }

  @Test
  void shadow_showsNothingAndSaysWhatItWouldHaveShown() {
    try (Hivemind hivemind = builder().mode(Mode.SHADOW).open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      Recall recall = Story.ask(hivemind);

      assertThat(recall.text()).isEmpty();
      assertThat(recall.skills()).hasSize(1);
    }
  }

  @Test
  void status_printsEverySettingAndCountsWhatWasDone() {
    try (Hivemind hivemind = builder().open()) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      Story.ask(hivemind);

      assertThat(hivemind.status().settings())
          .containsKeys("home", "storage", "recallEngine", "mode", "retention");
      assertThat(hivemind.status().count(Counter.RECORDED)).isGreaterThanOrEqualTo(4);
      assertThat(hivemind.status().count(Counter.KEPT)).isEqualTo(1);
      assertThat(hivemind.status().count(Counter.RECALLS_HELD)).isEqualTo(1);
      assertThat(hivemind.status().count(Counter.RECALLS_SHOWN)).isEqualTo(1);
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  private List<Path> skillFiles() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("skills"))) {
      return files.filter(file -> file.endsWith("SKILL.md")).toList();
    }
  }
}
