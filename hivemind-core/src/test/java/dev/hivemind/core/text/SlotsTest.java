package dev.hivemind.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open /etc/app/conf.yml now | open <path> now",
        "open src/main/App.java now | open <path> now",
        "read notes.md | read <path>",
        "see https://example.org/a?b=1 | see <url>",
        "mail ana@example.org | mail <mail>",
        "at 2031-02-03T04:05:06Z | at <date>",
        "at 14:30 | at <date>",
        "commit 9f8e7d6c5b | commit <hash>",
        "order ab_1234 and XY-99 | order <id> and <id>",
        "take 12 of 3.5 | take <n> of <n>",
        "say \"good day\" | say <text>",
        "id 123e4567-e89b-12d3-a456-426614174000 | id <uuid>",
        "input and/or output | input and/or output",
        "utf-8 in eu-west-1 | utf-8 in eu-west-1",
        "订单 4711 已付 | 订单 <n> 已付",
      })
  void mask_turnsLiteralsIntoSlots(String text, String masked) {
    assertThat(Slots.mask(text)).isEqualTo(masked);
  }

  @Test
  void mask_ofMasked_isTheSame() {
    String once = Slots.mask("pay ab_1234 from /tmp/x.csv at 12:30 \"now\"");
    assertThat(Slots.mask(once)).isEqualTo(once);
  }

  @Test
  void mask_ofHostileText_isLinear() {
    String text =
        "a/".repeat(50_000) + "-.+".repeat(50_000) + "'\"`<".repeat(20_000) + "1-".repeat(50_000);
    long start = System.nanoTime();
    Slots.mask(text);
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void arguments_keepChoicesAndMaskLiterals() {
    assertThat(
            Slots.arguments(
                "{\"to\":\"2031-01-02\",\"basis\":\"settled\",\"order\":1234,\"note\":\"call me back\",\"dry\":true}"))
        .isEqualTo("basis=settled dry=true note=<text> order=<n> to=<date>");
  }

  @Test
  void arguments_inAnotherOrder_areTheSame() {
    assertThat(Slots.arguments("{\"a\":1,\"b\":\"x\"}"))
        .isEqualTo(Slots.arguments("{\"b\":\"x\",\"a\":2}"));
  }

  @Test
  void arguments_ofCommands_keepTheirWords() {
    assertThat(Slots.arguments("{\"command\":\"npm install left-pad /tmp/a/b\"}"))
        .isEqualTo("command=npm install left-pad <path>");
  }

  @Test
  void arguments_thatAreNoJson_areMaskedAsText() {
    assertThat(Slots.arguments("close ticket 99")).isEqualTo("close ticket <n>");
  }

  @Test
  void signature_dropsExitCodeAndKeepsTwoLines() {
    assertThat(
            Slots.signature(
                "Exit code 2\n\nerror: no such column 'colour'\n  at line 12\n  at line 13"))
        .isEqualTo("error: no such column <text>\nat line <n>");
  }
}
