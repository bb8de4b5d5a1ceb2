package dev.hivemind.benchmarks;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The masked change of a fix: the words the call that worked has and the failing one has not,
 * without paths, numbers, hashes and quoted literals; if it only left words out, those.
 */
final class FixWords {
  private static final Pattern LITERAL =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|[~.]?/?[\\w.@-]+(?:/[\\w.@*-]+)+/?|\\b[0-9a-f]{7,40}\\b|\\b\\d[\\d.:,]*\\b");
  private static final Pattern WORD =
      Pattern.compile("--?[\\p{L}][\\p{L}\\p{N}-]*|[\\p{L}_][\\p{L}\\p{N}_-]*|\\|\\||&&");

  private FixWords() {}

  /** Returns the words; none if the fix changed literals alone. */
  static Set<String> of(String failed, String fix) {
    Set<String> before = words(failed);
    Set<String> after = words(fix);
    Set<String> added = new LinkedHashSet<>(after);
    added.removeAll(before);
    if (!added.isEmpty()) {
      return added;
    }
    before.removeAll(after);
    return before;
  }

  /** Returns whether a text holds every word of a change. */
  static boolean holds(String text, Set<String> change) {
    String low = text.toLowerCase(Locale.ROOT);
    return !change.isEmpty() && change.stream().allMatch(low::contains);
  }

  private static Set<String> words(String command) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher =
        WORD.matcher(LITERAL.matcher(command.toLowerCase(Locale.ROOT)).replaceAll(" "));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
