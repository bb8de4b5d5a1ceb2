package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hivemind.Author;
import dev.hivemind.Explanation;
import dev.hivemind.Explanation.Considered;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.Hivemind;
import dev.hivemind.Mode;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.ToolStatus;
import dev.hivemind.TrackRecord;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lessons that are kept from some sessions, to see what showing them is worth. */
class HoldOutTest {
  private static final Scope BUILD = Scope.of("build");
  private static final Scope EVE = Scope.of("shop/eve");
  private static final String ERROR = "unknown flag: --colour";

  private static Hivemind open(double share, long seed, Mode mode) {
    return Hivemind.builder()
        .eventStore(new InMemoryEventStore())
        .skillStore(new InMemorySkillStore())
        .recallEngine(new InMemoryRecallEngine())
        .holdOut(share, seed)
        .mode(mode)
        .open();
  }

  /** A customer teaches in a scope of her own. */
  private static void teach(Hivemind hivemind) {
    Story.teach(hivemind, EVE, Author.endUser("eve"), Story.LESSON);
    hivemind.flush(Story.patience());
    assertThat(skill(hivemind, EVE).state()).isEqualTo(SkillState.ACTIVE);
  }

  private static Skill skill(Hivemind hivemind, Scope scope) {
    return hivemind.skills(scope).list().get(0);
  }

  private static TrackRecord track(Hivemind hivemind, Scope scope) {
    return hivemind.skills(scope).trackRecord(skill(hivemind, scope).name());
  }

  private static List<Integer> withheld(Hivemind hivemind, Scope scope) {
    List<Integer> withheld = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (Story.ask(hivemind, scope, "s" + i).skills().isEmpty()) {
        withheld.add(i);
      }
    }
    return withheld;
  }

  @Test
  void sessions_areDrawnBySeedAndSkill_aboutAsManyAsAskedFor() {
    List<Integer> first;
    try (Hivemind hivemind = open(.25, 7, Mode.ON)) {
      teach(hivemind);
      first = withheld(hivemind, EVE);
      hivemind.flush(Story.patience());

      assertThat(first).hasSizeBetween(6, 26);
      assertThat(track(hivemind, EVE).withheld()).isEqualTo(first.size());
      assertThat(track(hivemind, EVE).shown()).isEqualTo(60 - first.size());
    }
    try (Hivemind again = open(.25, 7, Mode.ON);
        Hivemind other = open(.25, 8, Mode.ON);
        Hivemind off = open(0, 7, Mode.ON)) {
      teach(again);
      teach(other);
      teach(off);
      assertThat(withheld(again, EVE)).isEqualTo(first);
      assertThat(withheld(other, EVE)).isNotEqualTo(first);
      assertThat(withheld(off, EVE)).isEmpty();
    }
  }

  @Test
  void heldOutRecall_saysNothingAndSaysWhy() {
    try (Hivemind hivemind = open(.5, 7, Mode.ON)) {
      teach(hivemind);
      Recall recall = Story.ask(hivemind, EVE, "s" + withheld(hivemind, EVE).get(0) + " again");
      for (int i = 0; !recall.skills().isEmpty(); i++) {
        recall = Story.ask(hivemind, EVE, "t" + i);
      }

      Explanation explanation = hivemind.explain(EVE, recall.id()).orElseThrow();
      assertThat(recall.text()).isEmpty();
      assertThat(explanation.considered())
          .extracting(Considered::outcome)
          .containsExactly(Outcome.HELD_OUT);
    }
  }

  @Test
  void operatorsLesson_isNeverHeldOut() {
    try (Hivemind hivemind = open(.5, 7, Mode.ON)) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      assertThat(withheld(hivemind, Story.SCOPE)).isEmpty();
    }
  }

  @Test
  void shadow_countsEverythingAsWithheld() {
    try (Hivemind hivemind = open(0, 0, Mode.SHADOW)) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      Story.ask(hivemind);
      hivemind.flush(Story.patience());

      assertThat(track(hivemind, Story.SCOPE).withheld()).isEqualTo(1);
      assertThat(track(hivemind, Story.SCOPE).shown()).isZero();
    }
  }

  @Test
  void shareThatIsNone_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hivemind.builder().holdOut(.6, 1))
        .withMessageContaining("held-out share");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hivemind.builder().holdOut(Double.NaN, 1));
  }

  @Test
  void observationThatDoesHarm_isSuspendedOnceItIsSure() {
    try (Hivemind hivemind = open(.5, 7, Mode.ON)) {
      for (String day : List.of("monday", "tuesday")) {
        Session session = Session.of(BUILD, day).by(Author.operator("ana"));
        hivemind.record(session.prompt("List the modules"));
        run(hivemind, session, "c1", "colour", ToolStatus.ERROR);
        run(hivemind, session, "c2", "color", ToolStatus.OK);
        hivemind.record(session.sessionEnd());
      }
      hivemind.flush(Story.patience());
      assertThat(skill(hivemind, BUILD).state()).isEqualTo(SkillState.ACTIVE);
      assertThat(skill(hivemind, BUILD).trust().authorised()).isFalse();

      int sessions = 0;
      while (skill(hivemind, BUILD).state() == SkillState.ACTIVE && sessions < 60) {
        lookAgain(hivemind, Session.of(BUILD, "day" + sessions++).by(Author.operator("ana")));
      }

      assertThat(skill(hivemind, BUILD).state()).isEqualTo(SkillState.SUSPENDED);
      assertThat(skill(hivemind, BUILD).reason()).contains("does worse");
      assertThat(sessions).isBetween(30, 40);

      hivemind.skills(BUILD).restore(skill(hivemind, BUILD).name(), Author.owner("olga"));
      lookAgain(hivemind, Session.of(BUILD, "after").by(Author.operator("ana")));
      assertThat(skill(hivemind, BUILD).state()).isEqualTo(SkillState.ACTIVE);
    }
  }

  private static void run(
      Hivemind hivemind, Session session, String id, String flag, ToolStatus status) {
    hivemind.record(
        session.toolCall(id, "list", "{\"flag\":\"" + flag + "\",\"target\":\"modules\"}"));
    hivemind.record(session.toolResult(id, status, status == ToolStatus.OK ? "core" : ERROR));
  }

  /** Who is shown the lesson fails, who is not shown it does well. */
  private static void lookAgain(Hivemind hivemind, Session session) {
    hivemind.record(session.prompt("List the modules"));
    Recall recall =
        hivemind.recall(
            RecallContext.of(session, "List the modules")
                .beforeTool("list", "{\"flag\":\"colour\",\"target\":\"modules\"}"));
    boolean shown = !recall.skills().isEmpty();
    run(hivemind, session, "d1", "colour", shown ? ToolStatus.ERROR : ToolStatus.OK);
    hivemind.record(session.sessionEnd());
    hivemind.flush(Story.patience());
  }
}
