package dev.hivemind.core.inspect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words and marks that give orders to a model, rather than say how a piece of work is done. They
 * are looked for in the text as a model may read it: without hidden characters, in one form of each
 * letter, decoded, spelled apart, backwards, and turned by thirteen letters.
 */
final class Orders {
  private static final Pattern SPELLED = Pattern.compile("(?<!\\w)(?:\\w[ .\\-_*]){5,}+\\w(?!\\w)");
  private static final Pattern BETWEEN = Pattern.compile("[ .\\-_*]");

  private static final Pattern COMMENT =
      Pattern.compile("<!--|<!\\[CDATA\\[|\\[//\\]: #|\\[comment\\]: ");
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "<\\|[a-z0-9_]{2,30}\\|>|\\[/?INST\\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>"
              + "|</?(?:system|assistant|developer|tool_result|function_results|hivemind)[a-z_-]{0,20}[ >]"
              + "|(?m)^(?:#{1,6} ?)?(?:system|assistant|developer)(?: (?:message|prompt|instruction)s?)?:"
              + "|\\n\\n(?:Human|H|A): |^```system",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FETCHED =
      Pattern.compile(
          "(?:curl|wget|fetch|iwr|irm|invoke-webrequest|base64 -(?:d|-decode)|xxd -r)\\b[^\\n]{0,300}?"
              + "\\|[ ]{0,3}(?:sudo )?(?:ba|z|da|k|fi)?(?:sh|python3?|node|perl|ruby|php|iex|source)\\b"
              + "|(?:ba|z)?sh (?:-c )?[\"'<(]{1,3}\\$?\\(?(?:curl|wget)"
              + "|(?:eval|source|\\.|exec)[ (][\"'`$(<]{1,4}(?:curl|wget|base64|atob)"
              + "|rm -rf? (?:--no-preserve-root )?[/~](?:[ *]|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CARRIER =
      Pattern.compile(
          "!\\[[^\\]\\n]{0,100}\\]\\([^)\\s]{0,300}[?&=/{<$]"
              + "|<(?:img|iframe|script|object|embed)\\b"
              + "|\\]\\((?:javascript|data|vbscript):",
          Pattern.CASE_INSENSITIVE);

  private static final Map<Finding, Pattern> WORDS =
      Map.of(Finding.OVERRIDE, OrderWords.OVERRIDE, Finding.SECRECY, OrderWords.SECRECY);

  private Orders() {}

  static Set<Finding> in(String text) {
    Set<Finding> found = EnumSet.noneOf(Finding.class);
    String visible = plain(text);
    add(COMMENT, Finding.COMMENT, visible, found);
    add(TEMPLATE, Finding.TEMPLATE, visible, found);
    add(FETCHED, Finding.FETCHED_CODE, visible, found);
    add(CARRIER, Finding.CARRIER, visible, found);
    for (String reading : readings(text, visible)) {
      WORDS.forEach((finding, pattern) -> add(pattern, finding, reading, found));
    }
    return found;
  }

  private static void add(Pattern pattern, Finding finding, String text, Set<Finding> found) {
    if (!found.contains(finding) && pattern.matcher(text).find()) {
      found.add(finding);
    }
  }

  private static String plain(String text) {
    return LookAlikes.latin(Normalizer.normalize(HiddenText.removed(text), Normalizer.Form.NFKC));
  }

  private static List<String> readings(String text, String visible) {
    String lower = visible.toLowerCase(Locale.ROOT);
    List<String> readings = new ArrayList<>(List.of(lower));
    readings.add(joined(lower));
    readings.add(new StringBuilder(lower).reverse().toString());
    readings.add(turned(lower));
    readings.add(unleet(lower));
    readings.add(tags(text));
    EncodedText.decoded(text).forEach(one -> readings.add(one.toLowerCase(Locale.ROOT)));
    // Cyrillic and Greek words of their own, which the look-alikes would garble.
    readings.add(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    return readings;
  }

  // "i g n o r e" and "i-g-n-o-r-e".
  private static String joined(String text) {
    return SPELLED.matcher(text).replaceAll(run -> BETWEEN.matcher(run.group()).replaceAll(""));
  }

  private static String turned(String text) {
    StringBuilder turned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      turned.append(c >= 'a' && c <= 'z' ? (char) ('a' + (c - 'a' + 13) % 26) : c);
    }
    return turned.toString();
  }

  private static String unleet(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = "0134578@$!|".indexOf(text.charAt(i));
      letters.append(digit < 0 ? text.charAt(i) : "oieastbasil".charAt(digit));
    }
    return letters.toString();
  }

  private static String tags(String text) {
    StringBuilder spelled = new StringBuilder();
    text.codePoints()
        .filter(c -> c > 0xE0000 && c < 0xE007F)
        .forEach(c -> spelled.append((char) (c - 0xE0000)));
    return spelled.toString().toLowerCase(Locale.ROOT);
  }
}
