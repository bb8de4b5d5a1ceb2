package dev.hivemind.loaders;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Texts that somebody may say, or paste, and what each is. */
final class Corpus {
  static final int RANDOM = 100;

  private Corpus() {}

  /** Returns the texts by what they are. */
  static Map<String, String> named() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("plain", "Check the settlement window before you refund.");
    texts.put("emoji", "Ask 🙂 the 👩‍👩‍👧 first 🏴\uDB40\uDC67\uDB40\uDC7F");
    texts.put("right to left", "לפני החזר בדוק את החלון \u200Fו\u202Eהפוך");
    texts.put("joiners", "می‌خواهم check the window");
    texts.put("Chinese", "退款之前先检查结算窗口。\u3000必须。");
    texts.put("Chinese, 100 kB", "漢字".repeat(17_000));
    texts.put("YAML mapping", "key: value");
    texts.put("YAML list", "- a\n- b: [c, {d: e}]");
    texts.put("YAML anchors and tags", "&anchor *alias !!tag %dir @at `tick`");
    texts.put("YAML scalars", "| literal\n> folded\n? question\n: colon # no comment");
    texts.put("YAML null", "null");
    texts.put("YAML yes", "yes");
    texts.put("YAML number", "1_000");
    texts.put("front matter", "---\nname: evil\ndescription: taken over\n---\n# body");
    texts.put("hyphens", "Pass --- or ---- and not --force");
    texts.put("end of document", "...\n---\n...");
    texts.put(
        "Markdown", "# heading\n\n* one\n* two\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |");
    texts.put("Markdown code", "Use this:\n\n```yaml\n---\na: 'b'\n```\n\n~~~\n---\n~~~");
    texts.put("HTML", "<script>alert(1)</script> <!-- hidden --> <b>bold</b> &amp;");
    texts.put("quotes", "'single' \"double\" “curly” ''' \"\"\"");
    texts.put("backslashes", "back\\slash \\n \\u0041 C:\\temp\\");
    texts.put("JSON", "{\"order\": 77, \"note\": \"a \\\"b\\\"\"}");
    texts.put(
        "control characters", "tab\there\u0000nul\u001b[31mred\u0007\u0085next\u2028line\u2029par");
    texts.put("Windows", "one\r\ntwo\r\nold mac\rend  \t ");
    texts.put("no characters", "\uFEFFbom \uFFFE\uFFFF \uD800 lone \uDC00");
    texts.put("blanks of Unicode", "\u3000\u2003 in front and behind \u00A0\u2003");
    texts.put("templates", "${jndi:ldap://x} {{mustache}} <%= erb %> $(sh)");
    texts.put("100 kB of one word", "x".repeat(100_000));
    texts.put("100 kB of lines", "many words and lines\n".repeat(5_000));
    texts.put("100 kB of emoji", "🙂".repeat(25_000));
    texts.put("100 kB of quotes", "\"\\<>".repeat(25_000));
    return Collections.unmodifiableMap(texts);
  }

  /** Returns the same, and random ones. */
  static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>(named());
    long seed = Long.getLong("hivemind.seed", 20_261_122L);
    for (int i = 0; i < RANDOM; i++) {
      texts.put("random, seed " + (seed + i), random(new Random(seed + i)));
    }
    return Collections.unmodifiableMap(texts);
  }

  private static String random(Random random) {
    String spice = "\n\r\t \"'\\:-#&*!|>{}[],%@`<~=_\u0000\u0085\u200B\uD83D\uDE00\u6f22\u05D0ab";
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(400); i > 0; i--) {
      text.append(spice.charAt(random.nextInt(spice.length())));
    }
    return text.toString();
  }
}
