package dev.hivemind.core.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would take a pattern that is not linear many minutes. */
class SecretRedactorHostileTextTest {
  private static final int LIMIT = 256 * 1024;

  private final SecretRedactor redactor = new SecretRedactor();

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
        "password\\\\\\\"");
  }

  @ParameterizedTest
  @MethodSource("traps")
  void hostileText_comesToAnEnd(String trap) {
    String text = trap.repeat(LIMIT / trap.length());

    Redaction masked = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> redactor.mask(text));

    assertThat(masked.text()).isNotEmpty();
  }
}
