package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hivemind.spi.Redactor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Redactor} must do. One proves itself with a test class that extends this one,
 * opens it, and makes secrets of the kinds it masks.
 */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the redactor of this test
public abstract class RedactorContract {
  private static final int LONG = 256_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PROSE =
      "Check the settlement window before you refund, then answer the customer.";

  private Redactor redactor = text -> text;

  /** For subclasses. */
  protected RedactorContract() {}

  /** Opens the redactor. Every test has an instance of its own. */
  protected abstract Redactor open();

  /**
   * Makes secrets of every kind that the redactor masks, at least one, each as it is recognised
   * between blanks, and none with a blank in it. Make them at run time: a secret in a repository is
   * an alarm for others.
   */
  protected abstract List<String> secrets();

  @BeforeEach
  final void openRedactor() {
    redactor = open();
  }

  private String redact(String text) {
    return redactor.redact(text);
  }

  @Nested
  @DisplayName("a secret")
  class Secret {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "%s",
          " %s ",
          "see %s , please",
          "first line\n%s\nlast line",
          "twice %s and %s again",
          "\u4ee4\u724c %s \uD83D\uDE00"
        })
    @DisplayName("is gone from the text, wherever it stands")
    void secret_isGone(String frame) {
      assertThat(secrets()).isNotEmpty();
      for (String secret : secrets()) {
        assertThat(redact(frame.replace("%s", secret))).doesNotContain(secret);
      }
    }

    @Test
    @DisplayName("leaves a marker in its place and the words around it as they were")
    void words_stay() {
      for (String secret : secrets()) {
        String masked = redact("before you " + secret + " then after");
        assertThat(masked).startsWith("before you ").endsWith(" then after");
        assertThat(masked.substring(11, masked.length() - 11)).isNotBlank();
      }
    }

    @Test
    @DisplayName("is gone after 100,000 characters of other text, and among other secrets")
    void secret_farBehind() {
      String text = (PROSE + "\n").repeat(1_400) + String.join(" ", secrets());
      String masked = redact(text);
      assertThat(secrets()).noneMatch(masked::contains);
      assertThat(masked).startsWith(PROSE);
    }
  }

  @Nested
  @DisplayName("other text")
  class Other {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", PROSE, "\u5148\u68c0\u67e5\u3002"})
    @DisplayName("comes back as it was")
    void text_withoutSecret(String text) {
      assertThat(redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\uD800", "\uDC00 \uD83D", "\"\\\\u00", "$1 \\Q \\E %s {}"})
    @DisplayName("that is broken or strange does no harm")
    void text_strange(String text) {
      assertThat(redact(text)).isNotNull();
    }
  }

  @Nested
  @DisplayName("masked text")
  class Masked {
    @Test
    @DisplayName("stays as it is when it is masked again")
    void text_maskedTwice() {
      for (String secret : secrets()) {
        for (String text : List.of(secret, "a " + secret + " b", "{\"x\": \"" + secret + "\"}")) {
          String once = redact(text);
          assertThat(redact(once)).isEqualTo(once);
        }
      }
      String all = redact(String.join("\n", secrets()));
      assertThat(redact(all)).isEqualTo(all);
    }

    @Test
    @DisplayName("stays as it is, random text included")
    void text_random() {
      long seed = Seed.or(20260307);
      Random random = new Random(seed);
      for (int i = 0; i < 300; i++) {
        String once = redact(pieces(random));
        assertThat(redact(once)).as(Seed.replay(seed)).isEqualTo(once);
      }
    }

    private String pieces(Random random) {
      List<String> some = new ArrayList<>(secrets());
      some.addAll(List.of("\"", "'", "=", ": ", "password", "token", "{", "}", ",", "\n", "word"));
      return IntStream.range(0, 1 + random.nextInt(8))
          .mapToObj(i -> some.get(random.nextInt(some.size())))
          .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }
  }

  @Nested
  @DisplayName("the answer")
  class Same {
    private List<String> texts() {
      List<String> texts = new ArrayList<>(List.of(PROSE, "", "x".repeat(5_000)));
      secrets().forEach(secret -> texts.add("the " + secret + " of " + PROSE));
      return texts;
    }

    @Test
    @DisplayName("is the same for the same text, from another instance too")
    void answer_isDeterministic() {
      Redactor other = open();
      for (String text : texts()) {
        String masked = redact(text);
        assertThat(redact(text)).isEqualTo(masked);
        assertThat(other.redact(text)).isEqualTo(masked);
      }
    }

    @Test
    @DisplayName("is the same when eight threads ask at once")
    void answer_underThreads() {
      List<String> texts = texts();
      List<String> alone = texts.stream().map(redactor::redact).toList();
      List<List<String>> together =
          Race.of(
              8,
              number -> {
                List<String> mine = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                  mine = texts.stream().map(redactor::redact).toList();
                }
                return mine;
              });
      assertThat(together).allMatch(alone::equals);
    }
  }

  @Nested
  @DisplayName("256,000 characters")
  class Linear {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "a",
          "0",
          " ",
          "\n",
          "(",
          "\"",
          "=",
          "\\",
          "ab.",
          "aB3$",
          "key=",
          "password ",
          "token: \"",
          "--",
          "://a:",
          "A@b.",
          "e\u0301",
          "\u65e5"
        })
    @DisplayName("that all look like the beginning of something take seconds, not hours")
    void text_adversarial(String piece) {
      String text = piece.repeat(LONG / piece.length());
      String masked = assertTimeoutPreemptively(PATIENCE, () -> redact(text));
      assertThat(masked).isNotNull();
    }
  }
}
