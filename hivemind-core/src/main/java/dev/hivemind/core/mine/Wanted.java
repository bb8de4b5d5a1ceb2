package dev.hivemind.core.mine;

import java.util.regex.Pattern;

/** The person's own words, without the interjection they began with. */
final class Wanted {
  private static final int LONGEST = 800;

  // What is said to the agent of the moment, not to the next one.
  private static final Pattern OPENER =
      Pattern.compile(
          "^(?:(?:no+|nope|nah|hell no|oh|ah|hey|hm+|wrong|sorry|well|nein|n\u00f6|non|n\u00e3o|falsch|careful|wait|stop|不对|不是|错了|いいえ|違います)"
              + "\\s*[,.!:;，。！—-]+\\s*){1,12}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Wanted() {}

  static String clean(String words) {
    String flat = BLANKS.matcher(words).replaceAll(" ").strip();
    String rest = OPENER.matcher(flat).replaceFirst("");
    String kept = rest.isEmpty() ? flat : rest;
    return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST);
  }
}
