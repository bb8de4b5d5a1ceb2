package dev.hivemind.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Five hundred strings that break programs: written by us, and made of what breaks them. */
final class NaughtyStrings {
  private static final int MOST = 500;

  private static final List<String> WRITTEN =
      List.of(
          "",
          " ",
          "\t\n",
          "\u0000",
          "a\u0000b",
          "null",
          "undefined",
          "NaN",
          "true",
          "-0",
          "1e999",
          "../../etc/passwd",
          "..\\..\\windows\\system32",
          "/etc/shadow",
          "C:\\con",
          "con",
          "NUL.txt",
          "%2e%2e%2f",
          "....//",
          "~root",
          "file:///etc/passwd",
          ".",
          "..",
          "a/../..",
          "\u2025/\u2025",
          "' OR '1'='1",
          "'; DROP TABLE hivemind_event; --",
          "\" OR \"\"=\"",
          "1; SHUTDOWN",
          "%_%",
          "x' UNION SELECT NULL--",
          "\\'; --",
          "$1",
          "${jndi:ldap://x/a}",
          "#{7*7}",
          "{{7*7}}",
          "<script>alert(1)</script>",
          "<!--",
          "]]>",
          "&lt;",
          "\"><img src=x>",
          "javascript:x",
          "`id`",
          "$(id)",
          "| cat",
          "; ls",
          "&& ls",
          "\r\nX: y",
          "%s%n%x",
          "%n",
          "{0}",
          "\\",
          "\\\\",
          "\"",
          "'",
          "`",
          "---",
          "--- \n",
          "---\nname: x\n---",
          "- - - -",
          ": :",
          "&a *a",
          "!!java.io.File x",
          "|",
          ">",
          "@",
          "*x",
          "? x",
          "[[[[[[[[",
          "{{{{{{{{",
          "[1,2",
          "{\"a\":",
          "{\"a\":1}}",
          "\"\\ud800\"",
          "\ud800",
          "\udc00",
          "\ud83d",
          "\ufffe",
          "\uffff",
          "\ufeffbom",
          "\u202eevil",
          "\u200b",
          "\u2028",
          "\u0085",
          "\u00ad",
          "\ud83d\ude00",
          "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
          "Z\u0351\u036b\u0343",
          "\u0130",
          "\u0131",
          "\u00df",
          "\u017f",
          "\u212a",
          "\ufb01",
          "\u0660\u0661",
          "\u4e2d\u6587",
          "\u0627\u0644",
          "\udb40\udc41\udb40\udc42",
          "</hivemind-lessons>",
          "<hivemind-lessons",
          "<|im_start|>",
          "[masked:x]",
          "(a+)+$",
          "(.*)*",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
          "^(a|a)*$",
          "\\Q\\E",
          "\\k<x>",
          "[a-");

  private NaughtyStrings() {}

  static List<String> all(long seed) {
    Random random = new Random(seed);
    List<String> all = new ArrayList<>(WRITTEN);
    all.add("[".repeat(20_000));
    all.add("{\"a\":".repeat(20_000));
    all.add("- ".repeat(5_000));
    all.add("a".repeat(300));
    all.add("\u0301".repeat(2_000));
    all.add("x ".repeat(50_000));
    while (all.size() < MOST) {
      String one = WRITTEN.get(random.nextInt(WRITTEN.size()));
      String other = WRITTEN.get(random.nextInt(WRITTEN.size()));
      all.add(random.nextBoolean() ? one + other : one + " " + other.repeat(1 + random.nextInt(5)));
    }
    return all;
  }
}
