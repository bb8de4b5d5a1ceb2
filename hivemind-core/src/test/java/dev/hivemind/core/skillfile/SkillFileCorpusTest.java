package dev.hivemind.core.skillfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any evidence, however hostile, becomes a file that reads back as it was meant. */
class SkillFileCorpusTest {
  private static final List<String> TEXTS =
      List.of(
          "Check the settlement window before you refund.",
          "🙂👩‍👩‍👧🏴\uDB40\uDC67\uDB40\uDC7F",
          "לפני החזר בדוק את החלון \u200Fו\u202Eהפוך",
          "退款之前先检查结算窗口。\u3000必须。",
          "می‌خواهم",
          "key: value",
          "- a\n- b: [c, {d: e}]",
          "{\"order\": 77, \"note\": \"a \\\"b\\\"\"}",
          "---\nname: evil\n---\n# body",
          "--- --- ----",
          "...\n---\n",
          "&anchor *alias !!tag %dir @at `tick`",
          "# heading\n\n```yaml\na: 'b'\n```\n<script>alert(1)</script>",
          "'single' \"double\" “curly” ''' \"\"\"",
          "back\\slash \\n \\u0041 C:\\temp\\",
          "tab\there\u0000nul\u001b[31mred\u0007\u0085next\u2028line\u2029par",
          "\r\nwindows\r\nold mac\rend  \t ",
          "\uFEFFbom \uFFFE\uFFFF \uD800 lone \uDC00",
          "| literal",
          "> folded",
          "? question",
          ": colon",
          "null",
          "~",
          "yes",
          "1_000",
          "=",
          "<<",
          "x".repeat(100_000),
          "many words and lines\n".repeat(5_000),
          "漢字".repeat(50_000),
          "🙂".repeat(25_000),
          "\"\\<>".repeat(25_000),
          "${jndi:ldap://x} {{mustache}} <%= erb %> $(sh)");

  static Stream<String> texts() {
    long seed = Long.getLong("hivemind.seed", 20_260_101L);
    return Stream.concat(
        TEXTS.stream(), IntStream.range(0, 300).mapToObj(i -> random(new Random(seed + i))));
  }

  private static String random(Random random) {
    String spice = "\n\r\t \"'\\:-#&*!|>{}[],%@`<\u0000\u0085\u200B\uD83D\uDE00\u6f22\u05D0ab";
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(400); i > 0; i--) {
      text.append(spice.charAt(random.nextInt(spice.length())));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_readsBackAsItWasCleaned(String text) {
    Map<String, String> metadata = Map.of("hivemind-id", "0f3c", "hivemind-revision", "12");
    String name = SkillNames.slug(text);
    String written = SkillFile.write(name, text, text, metadata);
    assertThat(SkillFile.write(name, text, text, metadata)).isEqualTo(written);
    assertThat(written).startsWith("---\nname: ").endsWith("\n").doesNotContain("\r", "\u0000");

    SkillFile file = SkillFile.parse(written);
    assertThat(file.name()).isEqualTo(name);
    assertThat(file.description()).isEqualTo(CleanText.line(text));
    assertThat(file.body()).isEqualTo(CleanText.body(text));
    assertThat(file.metadata()).isEqualTo(metadata);
    assertThat(file.problems()).isEmpty();

    assertThat(file.description())
        .hasSizeBetween(1, 1_024)
        .doesNotContain("\"", "\\", "---", "<", ">", "\n", "\u200B");
    assertThat(SkillFile.write(name, file.description(), file.body(), metadata)).isEqualTo(written);
    assertThat(SkillFile.rewrite(written, name, text, text, metadata)).isEqualTo(written);
    assertThat(SkillFile.parse(written.replace("\n", "\r\n")).body()).isEqualTo(file.body());
  }
}
