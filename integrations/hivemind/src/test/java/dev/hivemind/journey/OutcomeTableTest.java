package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Session;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.ToolStatus;
import dev.hivemind.TrackRecord;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened after a recall, and what follows for the skill: one test a row of the table. */
class OutcomeTableTest {
  private static final String GROSS = "{\"order\":77,\"basis\":\"gross\"}";
  private static final String NET = "{\"order\":77,\"basis\":\"net\"}";
  private static final String TAXED = "{\"order\":77,\"basis\":\"taxed\"}";

  @TempDir Path home;
  private Hivemind hivemind;
  private String name = "";

  @BeforeEach
  void learnOnMonday() {
    hivemind = opened();
    learn();
  }

  private void learn() {
    Session monday = session("monday");
    hivemind.record(monday.prompt("Refund order 77"));
    call(monday, "c1", GROSS);
    hivemind.record(monday.correctedArguments("c1", "No. Refund on the net basis.", NET));
    hivemind.record(monday.sessionEnd());
    flush();
    name = name();
    assertThat(skill().state()).isEqualTo(SkillState.ACTIVE);
  }

  private static Hivemind opened() {
    return Hivemind.builder()
        .eventStore(new InMemoryEventStore())
        .skillStore(new InMemorySkillStore())
        .recallEngine(new InMemoryRecallEngine())
        .open();
  }

  @AfterEach
  void close() {
    hivemind.close();
  }

  private static Session session(String id) {
    return Session.of(Story.SCOPE, id).by(Author.operator("ana"));
  }

  private void flush() {
    assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
  }

  private Skill skill() {
    return hivemind.skills(Story.SCOPE).find(name).orElseThrow();
  }

  private String name() {
    return hivemind.skills(Story.SCOPE).list().get(0).name();
  }

  private TrackRecord track() {
    return hivemind.skills(Story.SCOPE).trackRecord(name);
  }

  private void call(Session session, String id, String arguments) {
    hivemind.record(session.toolCall(id, "refund", arguments));
    hivemind.record(session.toolResult(id, ToolStatus.OK, "refunded"));
  }

  /** The agent is about to do it wrong again and is told. */
  private Recall told(Session session) {
    hivemind.record(session.prompt("Refund order 77"));
    Recall recall =
        hivemind.recall(
            RecallContext.of(session, "Refund order 77")
                .beforeTool("refund", GROSS)
                .sideEffecting());
    assertThat(recall.skills()).extracting(Recall.Shown::name).containsExactly(name);
    return recall;
  }

  @Test
  @DisplayName("corrected again, shown, followed: the newer text supersedes")
  void correctedThoughFollowed_theNewerTextSupersedes() {
    String before = skill().text();
    followedAndCorrected("tuesday", NET, TAXED, "No. Refund on the taxed basis, not the net one.");

    assertThat(track().shown()).isEqualTo(1);
    assertThat(track().followed()).isEqualTo(1);
    assertThat(track().correctedAgain()).isEqualTo(1);
    assertThat(track().ignored()).isZero();
    assertThat(track().failedShown()).isEqualTo(1);
    assertThat(skill().state()).isEqualTo(SkillState.ACTIVE);
    assertThat(skill().text()).isNotEqualTo(before).contains("taxed");
  }

  private void followedAndCorrected(String day, String done, String wanted, String words) {
    Session session = session(day);
    told(session);
    call(session, "d1", done);
    hivemind.record(session.correctedArguments("d1", words, wanted));
    flush();
  }

  @Test
  @DisplayName("corrected again, shown, followed, for the second time: suspended until restored")
  void correctedTwiceThoughFollowed_isSuspended() {
    followedAndCorrected("tuesday", NET, TAXED, "No. Refund on the taxed basis, not the net one.");
    followedAndCorrected(
        "wednesday", TAXED, NET, "No. Refund on the net basis, not the taxed one.");

    assertThat(track().correctedAgain()).isEqualTo(2);
    assertThat(skill().state()).isEqualTo(SkillState.SUSPENDED);
    assertThat(skill().reason()).contains("corrected twice");
    Session thursday = session("thursday");
    assertThat(
            hivemind
                .recall(RecallContext.of(thursday, "Refund order 77").beforeTool("refund", GROSS))
                .skills())
        .isEmpty();

    hivemind.skills(Story.SCOPE).restore(name, Author.owner("olga"));
    told(thursday);
    call(thursday, "e1", NET);
    flush();
    assertThat(skill().state()).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  @DisplayName("corrected again, shown, not followed: counts against delivery, not the skill")
  void correctedAndNotFollowed_wasIgnored() {
    String before = skill().text();
    Session tuesday = session("tuesday");
    told(tuesday);
    call(tuesday, "d1", GROSS);
    hivemind.record(tuesday.correctedArguments("d1", "No. Refund on the net basis!", NET));
    flush();

    assertThat(track().ignored()).isEqualTo(1);
    assertThat(track().correctedAgain()).isZero();
    assertThat(track().followed()).isZero();
    assertThat(skill().state()).isEqualTo(SkillState.ACTIVE);
    assertThat(before).contains("net");
    assertThat(skill().text()).contains("net");
  }

  @Test
  @DisplayName("corrected, not shown: a recall miss, and the call becomes a trigger example")
  void correctedAndNotShown_isATriggerExample() {
    Session tuesday = session("tuesday");
    hivemind.record(tuesday.prompt("Pay back what order 78 cost"));
    call(tuesday, "d1", "{\"order\":78,\"basis\":\"gross\",\"urgent\":true}");
    hivemind.record(
        tuesday.correctedArguments(
            "d1",
            "No. Refund on the net basis.",
            "{\"order\":78,\"basis\":\"net\",\"urgent\":true}"));
    flush();

    assertThat(track().missed()).isEqualTo(1);
    assertThat(track().shown()).isZero();
    assertThat(skill().situations()).extracting(Situation::example).anyMatch(this::isUrgent);
  }

  private boolean isUrgent(String example) {
    return example.contains("urgent");
  }

  @Test
  @DisplayName("not corrected, shown, followed: silence is worth nothing, an approval 1")
  void followedAndApproved_helped() {
    Session tuesday = session("tuesday");
    told(tuesday);
    hivemind.record(tuesday.toolCall("d1", "refund", NET));
    flush();
    assertThat(track().followed()).isEqualTo(1);
    assertThat(track().helped()).isZero();

    hivemind.record(tuesday.approved("d1"));
    flush();
    assertThat(track().helped()).isEqualTo(1);
  }

  @Test
  @DisplayName("not corrected, shown, followed, done again without complaint: .3")
  void followedAgainWithoutComplaint_helpedALittle() {
    Session tuesday = session("tuesday");
    told(tuesday);
    call(tuesday, "d1", NET);
    hivemind.record(tuesday.prompt("Now order 79 as well"));
    call(tuesday, "d2", "{\"order\":79,\"basis\":\"net\"}");
    flush();

    assertThat(track().helped()).isEqualTo(.3);
    assertThat(track().followed()).isEqualTo(1);
  }

  @Test
  @DisplayName("not corrected, shown, not followed or not to be told: nothing")
  void neitherFollowedNorCorrected_isNothing() {
    Session tuesday = session("tuesday");
    told(tuesday);
    hivemind.record(tuesday.sessionEnd());
    flush();

    assertThat(track()).isEqualTo(new TrackRecord(1, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  @DisplayName("a held call that is sent again as it was has ignored its lesson")
  void heldCallSentAgain_wasIgnored() {
    hivemind.close();
    hivemind = opened();
    Story.teach(hivemind);
    flush();
    name = name();
    Session tuesday = session("tuesday");
    assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    hivemind.record(tuesday.toolCall("d1", "refund", "{\"order\":77}"));
    hivemind.record(tuesday.toolResult("d1", ToolStatus.HELD, "the lesson"));
    call(tuesday, "d2", "{\"order\":77}");
    hivemind.record(tuesday.correction("d2", "No! Check the settlement window before you refund."));
    flush();

    assertThat(track().shown()).isEqualTo(1);
    assertThat(track().ignored()).isEqualTo(1);
  }

  @Test
  @DisplayName("a customer's complaint judges no lesson of the operator's")
  void correctedByACustomer_isNotJudged() {
    for (String day : new String[] {"tuesday", "wednesday", "thursday"}) {
      Session customer = Session.of(Story.SCOPE, day);
      hivemind.record(customer.prompt("Refund order 77"));
      told(customer);
      call(customer, "d1", NET);
      hivemind.record(customer.correctedArguments("d1", "No. On the taxed basis!", TAXED));
      flush();
    }

    assertThat(track().shown()).isEqualTo(3);
    assertThat(track().followed()).isEqualTo(3);
    assertThat(track().correctedAgain()).isZero();
    assertThat(track().ignored()).isZero();
    assertThat(track().failedShown()).isEqualTo(3);
    assertThat(skill().state()).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  @DisplayName("what was counted is counted once, and is there after opening again")
  void records_surviveReopeningAndAreCountedOnce() {
    hivemind.close();
    hivemind = Hivemind.open(home);
    learn();
    followedAndCorrected("tuesday", NET, TAXED, "No. Refund on the taxed basis, not the net one.");
    TrackRecord before = track();
    hivemind.close();
    hivemind = Hivemind.open(home);

    assertThat(track()).isEqualTo(before);
    flush();
    hivemind.codify(Story.SCOPE);
    assertThat(track()).isEqualTo(before);
  }

  @Test
  @DisplayName("the same words said again bring a suspended skill back")
  void saidAgain_bringsBackTheSuspended() {
    followedAndCorrected("tuesday", NET, TAXED, "No. Refund on the taxed basis, not the net one.");
    followedAndCorrected(
        "wednesday", TAXED, NET, "No. Refund on the net basis, not the taxed one.");
    assertThat(skill().state()).isEqualTo(SkillState.SUSPENDED);

    Session thursday = session("thursday");
    hivemind.record(thursday.prompt("Refund order 77"));
    call(thursday, "e1", TAXED);
    hivemind.record(
        thursday.correctedArguments("e1", "No. Refund on the net basis, not the taxed one.", NET));
    flush();

    assertThat(skill().state()).isEqualTo(SkillState.ACTIVE);
    assertThat(skill().text()).contains("net");
  }

  @Test
  @DisplayName("corrected though followed, and what was said went to another skill: superseded")
  void newerWordInAnotherSkill_takesThePlaceOfTheOld() {
    Session other = session("monday-2");
    hivemind.record(other.prompt("Refund order 77"));
    call(other, "c2", "{\"order\":77,\"basis\":\"net\",\"method\":\"cash\"}");
    hivemind.record(
        other.correctedArguments(
            "c2",
            "No. Pay it out as a voucher.",
            "{\"order\":77,\"basis\":\"net\",\"method\":\"voucher\"}"));
    hivemind.record(other.sessionEnd());
    flush();
    Session tuesday = session("tuesday");
    told(tuesday);
    call(tuesday, "d1", "{\"order\":77,\"basis\":\"net\",\"method\":\"cash\"}");
    hivemind.record(
        tuesday.correctedArguments(
            "d1",
            "No. Refund on the taxed basis, and as a voucher.",
            "{\"order\":77,\"basis\":\"taxed\",\"method\":\"voucher\"}"));
    flush();

    assertThat(skill().state()).isEqualTo(SkillState.SUPERSEDED);
    assertThat(name()).isNotEqualTo(name);
    assertThat(skill().reason()).contains(name());
  }
}
