package dev.hivemind.core.inspect;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words and marks that give orders to a model, rather than say how a piece of work is done. They
 * are looked for in every reading a model may have of the text.
 */
final class Orders {
  private static final Pattern COMMENT =
      Pattern.compile("<!--|<!\\[CDATA\\[|\\[//\\]: #|\\[comment\\]: ");
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "(?:<|&lt;)[ /]{0,4}hivemind|<\\|[a-z0-9_]{2,30}\\|>|\\[/?INST\\]|<</?SYS>>|</?s>|<(?:start|end)_of_turn>"
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
    String visible = Readings.plain(text);
    add(COMMENT, Finding.COMMENT, visible, found);
    add(TEMPLATE, Finding.TEMPLATE, visible, found);
    add(FETCHED, Finding.FETCHED_CODE, visible, found);
    add(CARRIER, Finding.CARRIER, visible, found);
    for (String reading : Readings.of(text)) {
      WORDS.forEach((finding, pattern) -> add(pattern, finding, reading, found));
    }
    return found;
  }

  private static void add(Pattern pattern, Finding finding, String text, Set<Finding> found) {
    if (!found.contains(finding) && pattern.matcher(text).find()) {
      found.add(finding);
    }
  }
}
