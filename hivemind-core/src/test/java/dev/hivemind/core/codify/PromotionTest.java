package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.SkillState;
import dev.hivemind.core.mine.Signals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One test a clause of the promise. */
class PromotionTest {
  private static SkillState state(Told... told) {
    return Promotion.of(
            told[0].evidence().scope(), Arrays.stream(told).map(Told::evidence).toList())
        .state();
  }

  private static Told words(String id, double probability) {
    return Told.of(Kind.USER_TURN, id, probability)
        .wanting("always ask")
        .signed(Signals.WORDS, Signals.WANTED);
  }

  private static Told fix(String id) {
    return Told.of(Kind.FIX_PAIR, id, .7).changing("unit", "kg", "g").signed(Signals.FIXED);
  }

  @Test
  void explicitCorrection_ofOperatorOrOwner_isActiveAtOnce() {
    assertThat(state(Told.of(Kind.CORRECTION, "a", .98))).isEqualTo(SkillState.ACTIVE);
    assertThat(state(Told.of(Kind.CORRECTION, "a", .98).by(Author.owner("o"))))
        .isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void explicitCorrection_ofAnybodyElse_isNot() {
    for (Role role : new Role[] {Role.END_USER, Role.AGENT, Role.TOOL, Role.IMPORT}) {
      assertThat(state(Told.of(Kind.CORRECTION, "a", .98).by(new Author("x", role))))
          .isEqualTo(SkillState.CANDIDATE);
    }
  }

  @Test
  void endUser_inTheirOwnScope_isActive() {
    Told own = Told.of(Kind.CORRECTION, "a", .98).by(Author.endUser("gus")).at("shop/gus");
    assertThat(state(own)).isEqualTo(SkillState.ACTIVE);
    assertThat(state(own.at("shop/other"))).isEqualTo(SkillState.CANDIDATE);
    assertThat(Promotion.maySpeak(Scope.of("gus"), own.evidence())).isFalse();
  }

  @Test
  void refusal_thatSaysWhatIsWanted_isActive() {
    Told refused = Told.of(Kind.REFUSAL, "a", .85).wanting("use the queue");
    assertThat(state(refused.signed(Signals.REFUSED, Signals.WANTED))).isEqualTo(SkillState.ACTIVE);
    assertThat(state(refused.signed(Signals.REFUSED))).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void refusal_thatOnlyAsks_waits() {
    Told refused = Told.of(Kind.REFUSAL, "a", .85).signed(Signals.REFUSED, Signals.WANTED);
    assertThat(state(refused.wanting("should we not run the tests first?")))
        .isEqualTo(SkillState.CANDIDATE);
    assertThat(state(refused.wanting("why? run the tests first."))).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void refusal_afterWhichOneWordWasChosenAnew_isActive() {
    Told refused =
        Told.of(Kind.REFUSAL, "a", .97)
            .wanting("staging first")
            .signed(Signals.REFUSED, Signals.REDONE);
    assertThat(
            state(refused.changing("/command", "publish --to production", "publish --to staging")))
        .isEqualTo(SkillState.ACTIVE);
    assertThat(state(refused.changing("/command", "publish --to production", "check all links")))
        .isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void refusal_whoseWordsSpeakAgainstIt_waits() {
    assertThat(
            state(
                Told.of(Kind.REFUSAL, "a", .6)
                    .wanting("later")
                    .signed(Signals.REFUSED, Signals.WANTED)))
        .isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void editedCall_isActive() {
    assertThat(
            state(
                Told.of(Kind.EDITED, "a", .97)
                    .changing("unit", "kg", "g")
                    .signed(Signals.EDITED_CALL)))
        .isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void editedFile_waitsForASecondSession() {
    Told first =
        Told.of(Kind.EDITED, "a", .8)
            .changing("", "14 days", "30 days")
            .signed(Signals.EDITED_FILE);
    Told second =
        Told.of(Kind.EDITED, "b", .8)
            .changing("", "14 days", "30 days")
            .signed(Signals.EDITED_FILE);
    assertThat(state(first)).isEqualTo(SkillState.CANDIDATE);
    assertThat(state(first, second)).isEqualTo(SkillState.ACTIVE);
    assertThat(state(first, second.in("s-a"))).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void wordsAlone_areActiveFromNinetyPercent() {
    assertThat(state(words("a", .9))).isEqualTo(SkillState.ACTIVE);
    assertThat(state(words("a", .89))).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void wordsAlone_thatDoNotSayWhatIsWanted_wait() {
    assertThat(state(words("a", .97).signed(Signals.WORDS))).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void wordsAlone_ofAnUnauthorisedPerson_wait() {
    assertThat(state(words("a", .97).by(Author.endUser("gus")))).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void redo_isActiveWhenSureEnough() {
    assertThat(
            state(
                Told.of(Kind.REDO, "a", .93)
                    .changing("unit", "kg", "g")
                    .signed(Signals.REDONE, Signals.UNOBJECTED)))
        .isEqualTo(SkillState.ACTIVE);
    assertThat(
            state(Told.of(Kind.REDO, "a", .85).changing("unit", "kg", "g").signed(Signals.REDONE)))
        .isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void weakSignals_ofTwoSessions_agree() {
    assertThat(state(words("a", .75), words("b", .75))).isEqualTo(SkillState.ACTIVE);
    assertThat(state(words("a", .75), words("b", .75).in("s-a"))).isEqualTo(SkillState.CANDIDATE);
    assertThat(state(words("a", .75), words("b", .4))).isEqualTo(SkillState.CANDIDATE);
  }

  @Test
  void fixPair_waitsForASecondSession() {
    assertThat(state(fix("a"))).isEqualTo(SkillState.CANDIDATE);
    assertThat(state(fix("a"), fix("b").in("s-a"))).isEqualTo(SkillState.CANDIDATE);
    assertThat(state(fix("a"), fix("b"))).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void fixPair_dictatedByAToolsOutput_isNeverActive() {
    Told foreign = fix("b").signed(Signals.FIXED, Signals.FOREIGN);
    assertThat(state(fix("a"), foreign)).isEqualTo(SkillState.CANDIDATE);
    assertThat(state(foreign, fix("c").signed(Signals.FIXED, Signals.FOREIGN)))
        .isEqualTo(SkillState.CANDIDATE);
  }
}
