package dev.hivemind.core.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would take a pattern that is not linear many minutes. */
class SecretRedactorHostileTextTest {
  private static final int LIMIT = 256 * 1024;

  // Evidence is no longer than that.
  private static final int SHORT = 16 * 1024;

  // Longer than the repetitions that are bounded.
  private static final int SAMPLE = 12_000;
  private static final double GROWTH = 2.5;

  private final SecretRedactor redactor = new SecretRedactor();
  private final PersonalRedactor personal = new PersonalRedactor();

  static List<String> traps() {
    return List.of(
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----a-b-",
        "eyJ",
        "eyJaaaaaaaaa.",
        "-eyJaaaaaaaaa.",
        "password",
        "password:",
        "password=\"",
        "password: 'a",
        "key=a",
        "key=",
        "secret: ",
        "secret: a",
        "token=token=1",
        "bearer ",
        "bearer a",
        "authorization: bearer ",
        "cookie: a",
        "://",
        "://a:",
        "://a",
        "curl -u ",
        "curl a ",
        "SG.aaaaaaaaaaaaaaaaa",
        "sk-",
        "sk-ant-a",
        ".atlasv1.",
        "aaaaaaaaaaaaaa.atlasv1.",
        "Q~",
        ":AA",
        "0:AA",
        "login u password ",
        "\\\\\\",
        "password\\\\\\\"",
        "a@",
        "a@b",
        "a.b-",
        "a.",
        "@a.a",
        "GB82",
        "GB82 AAAA ",
        "4111 ",
        "4",
        "+1",
        "+1 2",
        "(030) ",
        "0049 ",
        "phone: 1",
        "phone ");
  }

  @ParameterizedTest
  @MethodSource("traps")
  void hostileText_comesToAnEnd(String trap) {
    String text = trap.repeat(LIMIT / trap.length());

    Redaction masked = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> redactor.mask(text));
    String discreet =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> personal.redact(text.substring(0, SHORT)));

    assertThat(masked.text()).isNotEmpty();
    assertThat(discreet).isNotEmpty();
  }

  /** Twice the text may take twice the steps, not four times as many. */
  @Test
  void everyRule_isLinear() {
    List<SecretRule> rules = new ArrayList<>(SecretRules.secrets());
    rules.addAll(SecretRules.personal());
    List<String> slow = new ArrayList<>();
    for (SecretRule rule : rules) {
      List<String> pieces = new ArrayList<>(traps());
      pieces.addAll(rule.keywords());
      rule.keywords().forEach(keyword -> pieces.add(keyword + "a1 "));
      // Others never reach the pattern.
      pieces.removeIf(
          piece ->
              rule.keywords().stream()
                  .noneMatch((piece + piece).toLowerCase(Locale.ROOT)::contains));
      for (String piece : pieces) {
        long once = steps(rule, piece.repeat(SAMPLE / piece.length()));
        long twice = steps(rule, piece.repeat(2 * SAMPLE / piece.length()));
        if (twice > GROWTH * once + SAMPLE) {
          slow.add(rule.name() + " by '" + piece + "': " + once + ", then " + twice);
        }
      }
    }
    assertThat(rules).hasSizeGreaterThan(25);
    assertThat(slow).isEmpty();
  }

  private static long steps(SecretRule rule, String text) {
    Counted counted = new Counted(text);
    Matcher matcher = rule.pattern().matcher(counted);
    while (matcher.find()) {
      counted.steps++;
    }
    return counted.steps;
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
