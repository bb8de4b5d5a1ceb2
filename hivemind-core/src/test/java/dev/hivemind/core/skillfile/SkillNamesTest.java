package dev.hivemind.core.skillfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Check the settlement window! | check-the-settlement-window",
        "getOrder v2 | get-order-v2",
        "  --a__b--  | a-b",
        "Über die Straße | uber-die-strasse",
        "Łódź smørrebrød | lodz-smorrebrod",
        "ﬁle № ½ | file-no-1-2",
        "支付退款 | lesson",
        "🙂 | lesson",
        "'' | lesson",
        "ask Claude first | ask-first",
        "claclaudeude | cla-ude",
        "Anthropic | lesson",
        "CON | con-lesson",
        "com1 | com1-lesson",
        "../../etc/passwd | etc-passwd",
      })
  void slug_isTheWordsOfTheText(String text, String name) {
    assertThat(SkillNames.slug(text)).isEqualTo(name);
    assertThat(SkillNames.valid(name)).isTrue();
  }

  @Test
  void slug_isCutBetweenWords() {
    assertThat(SkillNames.slug("a".repeat(200))).isEqualTo("a".repeat(64));
    assertThat(SkillNames.slug("a".repeat(60) + " bcdefg h")).isEqualTo("a".repeat(60));
    assertThat(SkillNames.slug("a".repeat(64) + " b")).isEqualTo("a".repeat(64));
    assertThat(SkillNames.slug("x ".repeat(1_000_000))).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void unique_countsWithin64Characters() {
    assertThat(SkillNames.unique("refund", Set.of())).isEqualTo("refund");
    assertThat(SkillNames.unique("refund", Set.of("refund", "refund-3"))).isEqualTo("refund-2");
    assertThat(SkillNames.unique("refund", Set.of("Refund", "REFUND-2"))).isEqualTo("refund-3");
    assertThat(SkillNames.unique("Not valid", Set.of("not-valid"))).isEqualTo("not-valid-2");
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < 150; i++) {
      String name = SkillNames.unique("a".repeat(63) + "b", taken);
      assertThat(SkillNames.valid(name)).isTrue();
      assertThat(taken.add(name)).isTrue();
    }
  }
}
