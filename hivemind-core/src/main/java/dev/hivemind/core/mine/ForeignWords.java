package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.core.inspect.Inspection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether the change of a fix was dictated: by a tool's output or by somebody whose word may not
 * become a lesson. Else a document or a customer could teach by making a call fail. What was
 * written earlier, encoded or backwards dictates too: an agent can read that.
 */
final class ForeignWords {
  private static final int SHORTEST = 3;
  private static final int LONG = 5;
  // Scripts without blanks are compared in the runs that punctuation leaves.
  private static final int UNSPACED = 0x2E80;
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]*[\\p{L}\\p{N}_]");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ForeignWords() {}

  static boolean in(Window window, Act error, Act fix) {
    Set<String> fresh = tokens(fix.text());
    fresh.removeAll(tokens(error.text()));
    if (fresh.isEmpty()) {
      return false;
    }
    Set<String> foreign = new HashSet<>();
    for (Act act : window.acts(Long.MIN_VALUE, fix.event().position())) {
      foreign.addAll(read(act.output()));
    }
    window
        .promptBefore(error.event().position())
        .filter(one -> !one.event().session().author().role().authorised())
        .ifPresent(one -> foreign.addAll(read(((Prompt) one.event()).text())));
    return fresh.stream().anyMatch(foreign::contains);
  }

  private static Set<String> read(String text) {
    Set<String> tokens = new HashSet<>();
    Inspection.readings(text).forEach(one -> tokens.addAll(tokens(one)));
    return tokens;
  }

  // Tokens as they are typed, and their longer parts: that "--cleanup-on-fail" and "FAILED" share a
  // stem dictates nothing.
  private static Set<String> tokens(String text) {
    Set<String> tokens = new HashSet<>();
    TOKEN
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .forEach(
            token -> {
              tokens.add(token);
              PARTS
                  .splitAsStream(token)
                  .filter(part -> part.length() >= LONG || isUnspaced(part))
                  .forEach(tokens::add);
            });
    tokens.removeIf(token -> token.length() < SHORTEST && !isUnspaced(token));
    return tokens;
  }

  // A token that begins with a line has an empty part before it.
  private static boolean isUnspaced(String token) {
    return !token.isEmpty() && token.codePointAt(0) >= UNSPACED;
  }
}
