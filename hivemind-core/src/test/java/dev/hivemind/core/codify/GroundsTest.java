package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.mine.Signals;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundsTest {
  private static boolean mayHold(Told... told) {
    List<Evidence> evidence = Arrays.stream(told).map(Told::evidence).toList();
    return Grounds.mayHold(
        new Skill(
            "s-1",
            1,
            evidence.get(0).scope(),
            "name",
            "what",
            "text",
            List.of(),
            evidence,
            Sources.trust(evidence),
            SkillState.ACTIVE,
            "",
            Told.ANA,
            "",
            Learning.NOW));
  }

  private static Told words(String id) {
    return Told.of(Kind.USER_TURN, id, .95).signed(Signals.WORDS, Signals.WANTED);
  }

  @Test
  void explicitCorrection_mayHold() {
    assertThat(mayHold(Told.of(Kind.CORRECTION, "a", .98))).isTrue();
    assertThat(mayHold(Told.of(Kind.CORRECTION, "a", .98).by(Author.endUser("gus")))).isFalse();
  }

  @Test
  void wordsAlone_annotate() {
    assertThat(mayHold(words("a"))).isFalse();
  }

  @Test
  void words_withASecondSignalOrSession_mayHold() {
    assertThat(mayHold(words("a").signed(Signals.WORDS, Signals.REDONE))).isTrue();
    assertThat(mayHold(words("a"), words("b"))).isTrue();
    assertThat(mayHold(words("a"), words("b").in("s-a"))).isFalse();
  }

  @Test
  void observations_annotate() {
    assertThat(mayHold(Told.of(Kind.FIX_PAIR, "a", .7), Told.of(Kind.FIX_PAIR, "b", .7))).isFalse();
  }
}
