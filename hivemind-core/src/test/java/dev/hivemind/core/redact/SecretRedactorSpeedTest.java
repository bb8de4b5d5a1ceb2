package dev.hivemind.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds wide enough for a slow machine; a pattern that is not linear misses them by far. */
class SecretRedactorSpeedTest {
  private static final int LIMIT = 256 * 1024;
  private static final double MILLIS = 1e6;

  private final SecretRedactor redactor = new SecretRedactor();

  @Test
  void ordinaryText_costsMicroseconds() {
    String text =
        """
        $ mvn -q verify
        [INFO] RefundServiceTest.refund_checksTheWindow passed in 12 ms
        diff --git a/src/App.java b/src/App.java
        +  return window.open(order);
        """
            .repeat(14)
            .substring(0, 2048);

    assertThat(best(text, 2000) / MILLIS).isLessThan(0.2);
  }

  @Test
  void textFullOfKeywords_staysCheap() {
    String text =
        "The token for the key is kept in a secret store; https://example.org tells how. "
            .repeat(26)
            .substring(0, 2048);

    assertThat(best(text, 1000) / MILLIS).isLessThan(2);
  }

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
  void hostileText_staysLinear(String trap) {
    String text = trap.repeat(LIMIT / trap.length());
    redactor.mask(text);

    assertThat(best(text, 3) / MILLIS).as(trap).isLessThan(2_000);
  }

  private long best(String text, int runs) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      Redaction masked = redactor.mask(text);
      long took = System.nanoTime() - start;
      assertThat(masked.text()).isNotNull();
      best = Math.min(best, took);
    }
    return best;
  }
}
