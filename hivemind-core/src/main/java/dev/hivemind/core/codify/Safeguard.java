package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import java.util.regex.Pattern;

/**
 * Whether what cured an error may be a safeguard that was switched off, a right that was taken, or
 * an address that was put in place of another. A tool that decides alone what fails and what
 * succeeds could teach exactly that without ever saying it.
 */
final class Safeguard {
  private static final Pattern NAMES =
      Pattern.compile(
          "verif|check|secur|safe|auth|approv|confirm|permi|privileg|role|admin|sudo|root\\b|force|skip|ignor|bypass|overrid"
              + "|trust|disabl|sandbox|dry.?run|polic|guard|protect|encrypt|tls|ssl|cert|audit"
              + "|password|secret|token|credential|chmod|777|unrestrict|expos|anonym|consent|review",
          Pattern.CASE_INSENSITIVE);
  // Of a telephone number nothing is left that could lead to a stranger.
  private static final Pattern ADDRESS =
      Pattern.compile("://|[\\w.+-]@[\\w-]|\\bwww\\.|\\[masked:(?!phone)");

  private Safeguard() {}

  static boolean isTouched(Evidence pair) {
    return pair.changes().stream().anyMatch(Safeguard::isTouched);
  }

  private static boolean isTouched(Change change) {
    boolean argument = change.from().indexOf(' ') < 0 && change.to().indexOf(' ') < 0;
    return (argument && NAMES.matcher(change.path()).find())
        || differ(NAMES, change)
        || differ(ADDRESS, change);
  }

  // Of a command only what was put in or taken out counts.
  private static boolean differ(Pattern pattern, Change change) {
    return pattern.matcher(change.to()).results().count()
        != pattern.matcher(change.from()).results().count();
  }
}
