package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Role;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.mine.Story;
import dev.hivemind.core.skillfile.SkillFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final String HOURLY = "{'room':'R-1','plan':'hourly'}";
  private static final String DAILY = "{'room':'R-1','plan':'daily'}";

  private final Learning learning = new Learning();

  private static Story corrected(String session) {
    return new Story()
        .in(session)
        .says("book R-1")
        .calls("book_room", HOURLY)
        .corrects("Board rooms are always booked daily.", DAILY);
  }

  // Another session: other event ids.
  private static Story later(String session) {
    return new Story()
        .in(session)
        .says("hello")
        .answers("hi")
        .says("book R-1")
        .calls("book_room", HOURLY);
  }

  private static Story failing(String session, String item, String from, String to) {
    Story story = new Story().in(session);
    item.chars().forEach(c -> story.says("note " + c).answers("noted"));
    return story
        .says("ship " + item)
        .fails("ship", "{'item':'" + item + "','weight':" + from + "}", "weight must be in grams")
        .calls("ship", "{'item':'" + item + "','weight':" + to + "}");
  }

  @Test
  void explicitCorrection_becomesAnActiveSkill() {
    Decision decision = learning.decide(corrected("s1"));
    assertThat(Learning.is(decision, Outcome.KEEP, SkillState.ACTIVE)).isTrue();
    assertThat(decision.reason()).contains("explicit correction");
    Skill skill = learning.only();
    assertThat(skill.id()).startsWith("s-").isEqualTo(decision.skill());
    assertThat(skill.trust()).isEqualTo(Role.OPERATOR);
    assertThat(skill.scope().toString()).isEqualTo("shop/till");
    assertThat(SkillFile.parse(skill.text()).problems()).isEmpty();
    assertThat(SkillFile.parse(skill.text()).metadata())
        .containsExactly(Map.entry("hivemind-id", skill.id()));
  }

  @Test
  void sameEvidenceAgain_changesNothing() {
    learning.pass(corrected("s1"));
    Decision again = learning.decide(corrected("s1"));
    assertThat(again.outcome()).isEqualTo(Outcome.SKIP);
    assertThat(again.reason()).contains("already");
    assertThat(learning.only().revision()).isEqualTo(1);
  }

  @Test
  void enrichedEvidence_isMerged() {
    learning.pass(corrected("s1"));
    Decision merged = learning.decide(corrected("s1").calls("book_room", DAILY));
    assertThat(Learning.is(merged, Outcome.MERGE, SkillState.ACTIVE)).isTrue();
    assertThat(learning.only().evidence()).hasSize(1);
    assertThat(learning.only().evidence().get(0).after()).contains("daily");
  }

  @Test
  void everyPieceOfEvidence_isInExactlyOneDecision() {
    Story story = corrected("s1").says("thanks").asks("x", "{}").approves().says("hm ok?");
    List<Evidence> evidence = story.all();
    List<String> decided = new ArrayList<>();
    learning.pass(evidence).forEach(one -> decided.addAll(one.evidence()));
    assertThat(decided)
        .containsExactlyInAnyOrderElementsOf(evidence.stream().map(Evidence::id).toList());
    assertThat(learning.pass(evidence)).allMatch(one -> !one.reason().isBlank());
  }

  @Test
  void secondIncident_isMergedAndKeepsBothExamples() {
    learning.pass(corrected("s1"));
    Decision merged =
        learning.decide(later("s2").corrects("Board rooms are always booked daily!", DAILY));
    assertThat(Learning.is(merged, Outcome.MERGE, SkillState.ACTIVE)).isTrue();
    assertThat(learning.only().evidence()).hasSize(2);
  }

  @Test
  void contradiction_newerSupersedes_olderStaysInHistory() {
    learning.pass(corrected("s1"));
    Story newer =
        new Story()
            .in("s2")
            .says("hello")
            .answers("hi")
            .says("book R-9")
            .calls("book_room", "{'room':'R-9','plan':'daily'}")
            .by(Author.owner("olga"))
            .corrects("Board rooms are booked weekly now.", "{'room':'R-9','plan':'weekly'}");
    Decision decision = learning.decide(newer);
    assertThat(decision.reason()).contains("revision 1");
    assertThat(learning.body()).contains("weekly").doesNotContain("always booked daily");
    assertThat(learning.library.history(learning.only().id()).get(0).text())
        .contains("always booked daily");
  }

  @Test
  void contradiction_byWeakWords_doesNotReplace() {
    learning.pass(corrected("s1"));
    Story weak = later("s2").says("board rooms booked weekly should be possible?");
    learning.pass(weak.evidence());
    assertThat(learning.library.snapshot().active()).hasSize(1);
    assertThat(learning.library.snapshot().active().get(0).text()).contains("always booked daily");
  }

  @Test
  void anotherLessonOnTheSameSituation_isAnotherSkill() {
    learning.pass(corrected("s1"));
    learning.pass(later("s2").corrects("Put the cost centre into the subject line."));
    assertThat(learning.library.snapshot().active()).hasSize(2);
  }

  @Test
  void pinnedSkill_keepsItsWords() {
    learning.pass(corrected("s1"));
    learning.person(SkillState.ACTIVE, "ana");
    String text = learning.only().text();
    Decision decision =
        learning.decide(
            later("s2")
                .corrects("Board rooms are booked weekly now.", "{'room':'R-1','plan':'weekly'}"));
    assertThat(decision.outcome()).isEqualTo(Outcome.MERGE);
    assertThat(decision.reason()).contains("pinned");
    assertThat(learning.only().text()).isEqualTo(text);
    assertThat(learning.only().pinnedBy()).isEqualTo("ana");
    assertThat(learning.only().evidence()).hasSize(2);
  }

  @Test
  void removedLesson_staysRemoved() {
    for (SkillState removed : List.of(SkillState.REJECTED, SkillState.DELETED)) {
      Learning fresh = new Learning();
      fresh.pass(corrected("s1"));
      fresh.person(removed, "");
      Decision decision =
          fresh.decide(later("s2").corrects("Board rooms are always booked daily!", DAILY));
      assertThat(decision.outcome()).isEqualTo(Outcome.SKIP);
      assertThat(decision.reason()).isEqualTo("a person removed this lesson");
      assertThat(fresh.only().state()).isEqualTo(removed);
      assertThat(fresh.decide(corrected("s1").calls("book_room", DAILY)).outcome())
          .isEqualTo(Outcome.SKIP);
    }
  }

  @Test
  void endUser_teachesOnlyInTheirOwnScope() {
    Story story =
        new Story()
            .by(Author.endUser("gus"))
            .says("book")
            .calls("book_room", HOURLY)
            .corrects("always daily for me", DAILY);
    Decision elsewhere = learning.decide(story);
    assertThat(elsewhere.outcome()).isEqualTo(Outcome.SKIP);
    assertThat(elsewhere.reason()).contains("own id");
    Story own =
        new Story()
            .by(Author.endUser("gus"))
            .at("shop/gus")
            .says("book")
            .calls("book_room", HOURLY)
            .corrects("always daily for me", DAILY);
    assertThat(Learning.is(learning.decide(own), Outcome.KEEP, SkillState.ACTIVE)).isTrue();
    assertThat(learning.only().trust()).isEqualTo(Role.END_USER);
  }

  @Test
  void twoEndUsers_reachNobody() {
    for (String guest : List.of("g1", "g2", "g3")) {
      learning.pass(
          new Story()
              .in(guest)
              .by(Author.endUser(guest))
              .says("hi")
              .calls("book_room", HOURLY)
              .corrects("rooms are always free", DAILY));
    }
    assertThat(learning.library.snapshot().skills()).isEmpty();
  }

  @Test
  void endUser_inOwnScope_cannotChangeAnOperatorsLesson() {
    Story operators =
        new Story()
            .at("shop/gus")
            .says("book")
            .calls("book_room", HOURLY)
            .corrects("Rooms are booked daily.", DAILY);
    learning.pass(operators);
    Story guests =
        new Story()
            .in("s2")
            .at("shop/gus")
            .by(Author.endUser("gus"))
            .says("hi")
            .answers("hi")
            .says("book")
            .calls("book_room", DAILY)
            .corrects("Rooms are booked hourly.", HOURLY);
    assertThat(learning.decide(guests).outcome()).isEqualTo(Outcome.SKIP);
    assertThat(learning.only().trust()).isEqualTo(Role.OPERATOR);
  }

  @Test
  void fixPair_isCandidateUntilASecondSession() {
    Decision first = learning.decide(failing("s1", "ab", "1.5", "1500"));
    assertThat(Learning.is(first, Outcome.KEEP, SkillState.CANDIDATE)).isTrue();
    Decision second = learning.decide(failing("s2", "cde", "0.7", "700"));
    assertThat(Learning.is(second, Outcome.MERGE, SkillState.ACTIVE)).isTrue();
    assertThat(learning.only().trust()).isEqualTo(Role.AGENT);
    assertThat(learning.lesson()).startsWith("`ship` failed with").contains("grams");
  }

  @Test
  void fixPair_neverChangesWhatAPersonTaught() {
    Story story = failing("s1", "ab", "1.5", "1500").corrects("Weights are always in grams.");
    learning.pass(
        story.evidence().stream().filter(one -> one.kind() != Evidence.Kind.FIX_PAIR).toList());
    String before = learning.only().text();
    learning.pass(failing("s2", "cde", "0.7", "700"));
    assertThat(
            learning
                .library
                .snapshot()
                .byId(learning.library.snapshot().active().get(0).id())
                .orElseThrow()
                .text())
        .isEqualTo(before);
  }

  @Test
  void confirmation_teachesNothing() {
    List<Decision> decisions =
        learning.pass(new Story().says("book").asks("book_room", HOURLY).approves());
    assertThat(decisions).extracting(Decision::outcome).containsExactly(Outcome.SKIP);
  }

  @Test
  void policy_canHoldBackOnly() {
    Learning review = new Learning(new RuleCodifier(), PromotionPolicy.review(), 200);
    assertThat(review.decide(corrected("s1")).state()).isEqualTo(SkillState.CANDIDATE);
    Learning pushing =
        new Learning(new RuleCodifier(), (skill, proposed) -> SkillState.ACTIVE, 200);
    assertThat(pushing.decide(failing("s1", "ab", "1.5", "1500")).state())
        .isEqualTo(SkillState.CANDIDATE);
    Learning failing =
        new Learning(
            new RuleCodifier(),
            (skill, proposed) -> {
              throw new IllegalStateException("down");
            },
            200);
    assertThat(failing.decide(corrected("s1")).state()).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void fullScope_makesCandidates() {
    Learning small = new Learning(new RuleCodifier(), PromotionPolicy.automatic(), 1);
    small.pass(corrected("s1"));
    Decision second =
        small.decide(
            new Story()
                .in("s2")
                .says("mail")
                .answers("ok")
                .calls("send_mail", "{'to':'x'}")
                .corrects("Never mail on Sundays."));
    assertThat(second.state()).isEqualTo(SkillState.CANDIDATE);
    assertThat(second.reason()).contains("most allowed");
  }

  private static Story cured(int tool) {
    Story story = new Story().in("s" + tool);
    // Of another length, so that its events have ids of their own.
    for (int note = 0; note <= tool; note++) {
      story.says("note a").answers("noted");
    }
    return story
        .says("ship ab")
        .fails("ship_" + tool, "{'item':'ab','weight':1.5}", "weight must be in grams")
        .calls("ship_" + tool, "{'item':'ab','weight':1500}");
  }

  @Test
  void crowdedScope_skipsObservationsAndStillHearsAnOperator() {
    Learning small = new Learning(new RuleCodifier(), PromotionPolicy.review(), 1);
    for (int tool = 0; tool < 5; tool++) {
      Decision kept = small.decide(cured(tool));
      assertThat(kept.outcome()).as(kept.reason()).isEqualTo(Outcome.KEEP);
    }
    Decision sixth = small.decide(cured(5));
    assertThat(sixth.outcome()).isEqualTo(Outcome.SKIP);
    assertThat(sixth.reason()).contains("5 candidates");
    assertThat(small.library.snapshot().skills()).hasSize(5);

    Decision operators = small.decide(corrected("s9"));
    assertThat(Learning.is(operators, Outcome.KEEP, SkillState.CANDIDATE)).isTrue();
  }

  @Test
  void failingCodifier_isReplacedByTheRules() {
    Learning failing =
        new Learning(
            (group, nearest) -> {
              throw new IllegalStateException("no model");
            },
            PromotionPolicy.automatic(),
            200);
    assertThat(failing.decide(corrected("s1")).state()).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void codifier_cannotNameASkillItWasNotShown() {
    Learning lying =
        new Learning(
            (group, nearest) -> new Proposal.Merge("s-other", new Draft("x", "y", "z"), "mine"),
            PromotionPolicy.automatic(),
            200);
    assertThat(Learning.is(lying.decide(corrected("s1")), Outcome.KEEP, SkillState.ACTIVE))
        .isTrue();
  }

  @Test
  void codifier_findsWordsOnly() {
    Learning own =
        new Learning(
            (group, nearest) ->
                new Proposal.Keep(new Draft("My Name", "Does it.", "Do it."), "because"),
            PromotionPolicy.automatic(),
            200);
    Decision decision = own.decide(corrected("s1"));
    assertThat(decision.name()).isEqualTo("my-name");
    assertThat(own.body()).isEqualTo("Do it.");
  }

  @Test
  void lostRace_isDecidedAgain() {
    learning.pass(corrected("s1"));
    Skill known = learning.only();
    // Another process saves a revision that this library has not seen.
    Library other = new Library("shop", learning.store, new SilentEngine(), failure -> {});
    other.follow();
    other.save(
        new Skill(
            known.id(),
            2,
            known.scope(),
            known.name(),
            known.description(),
            known.text(),
            known.situations(),
            known.evidence(),
            known.trust(),
            SkillState.ACTIVE,
            "ana",
            Told.ANA,
            "pinned elsewhere",
            Learning.NOW));
    Decision decision =
        learning.decide(later("s2").corrects("Board rooms are always booked daily!", DAILY));
    assertThat(decision.outcome()).isEqualTo(Outcome.MERGE);
    assertThat(learning.only().revision()).isEqualTo(3);
    assertThat(learning.only().pinnedBy()).isEqualTo("ana");
  }

  @Test
  void evidenceAndSituations_areBounded() {
    for (int i = 0; i < 30; i++) {
      Story story = new Story().in("s" + i);
      for (int j = 0; j < i; j++) {
        story.says("x").answers("y");
      }
      learning.pass(
          story
              .says("book R-" + i)
              .calls("book_room", "{'room':'R-" + i + "','plan':'hourly'}")
              .corrects("Board rooms are always booked daily."));
    }
    assertThat(learning.only().evidence()).hasSize(Standing.EVIDENCE);
    assertThat(learning.only().situations()).hasSize(Standing.SITUATIONS);
    assertThat(learning.body().length()).isLessThan(1_200);
  }
}
