package dev.hivemind.core.redact;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand where a secret would, and are none. */
final class Harmless {
  /**
   * A reference to where the secret is kept, a gap in a template, or a marker of another masker.
   */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "[$#]\\{.*|\\$\\(.*|\\$(?:[A-Z_][A-Z0-9_]*+|[a-z_]++)|%[A-Za-z_]\\w*+%|\\{\\{.*|<[^>]*+>?+"
              + "|\\*{3,}+|[xX]{3,}+|\\.{3,}+|(?:YOUR|your)[_-].*"
              + "|(?:process\\.env|os\\.environ|System\\.getenv|env|self|this|config|settings"
              + "|secrets|vars|args|options|request|req)\\..*",
          Pattern.DOTALL);

  /** Where a file is, rather than what is in it. */
  private static final Pattern PATH =
      Pattern.compile(
          "(?:~|\\.{1,2}|/[a-z]{2,20})/[\\w./@+-]*+|[\\w.@+-]{1,100}+/[\\w/@+-]{1,200}+\\.[A-Za-z]{1,5}+");

  private static final Set<String> WORDS =
      Set.of(
          "null",
          "none",
          "nil",
          "true",
          "false",
          "undefined",
          "empty",
          "required",
          "optional",
          "string",
          "str",
          "text",
          "secret",
          "secrets",
          "password",
          "passwd",
          "pass",
          "token",
          "tokens",
          "value",
          "changed",
          "missing",
          "invalid",
          "unset",
          "redacted",
          "hidden",
          "username",
          "user");

  private Harmless() {}

  static boolean value(String value) {
    return Marker.begins(value)
        || WORDS.contains(value.toLowerCase(Locale.ROOT))
        || REFERENCE.matcher(value).matches()
        || PATH.matcher(value).matches();
  }
}
