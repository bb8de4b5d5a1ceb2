package dev.hivemind.core.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRedactorTest {
  private static final long SEED = Long.getLong("hivemind.seed", 20260101);

  private final SecretRedactor redactor = new SecretRedactor();
  private final Secrets secrets = new Secrets(SEED);

  @Test
  void token_isMaskedWhereverItStands() {
    Map<String, List<String>> all = secrets.byRule();
    all.forEach(
        (rule, tokens) -> {
          for (String token : tokens) {
            for (String frame :
                List.of(
                    "%s",
                    "see %s, please",
                    "\"%s\"",
                    "{\"x\":\"%s\"}",
                    "{\\\"x\\\":\\\"%s\\\"}",
                    "a\n%s\nb",
                    "(%s)",
                    "X=%s",
                    "https://host/p?x=%s&y=1",
                    "\u4ee4\u724c%s\u3002")) {
              String text = frame.replace("%s", token);
              Redaction masked = redactor.mask(text);
              assertThat(masked.text())
                  .as("%s, seed %d", rule, SEED)
                  .isEqualTo(frame.replace("%s", "[masked:" + rule + "]"));
              assertThat(masked.places()).as("%s in %s", rule, frame).isEqualTo(1);
            }
          }
        });
  }

  @Test
  void everyRule_hasASample() {
    List<String> sampled = new ArrayList<>(secrets.byRule().keySet());
    named().map(Named::rule).forEach(sampled::add);
    sampled.add("private-key");

    assertThat(sampled).containsAll(SecretRules.secrets().stream().map(SecretRule::name).toList());
  }

  /**
   * A secret known by what stands before it.
   *
   * @param rule whose marker is expected
   * @param before the text before
   * @param secret what must go
   * @param after the text after
   */
  private record Named(String rule, String before, String secret, String after) {}

  private static Stream<Named> named() {
    Secrets some = new Secrets(SEED);
    String word = some.of(Secrets.LOWER, 9);
    String strong = some.mixed(14) + "!";
    return Stream.of(
        new Named("password", "DB_PASSWORD=", word, "\nDB_USER=app"),
        new Named("password", "PGPASSWORD=", word, " psql -h db"),
        new Named("password", "Server=db;User Id=sa;Pwd=", strong, ";Encrypt=true"),
        new Named("password", "{\"user\":\"a\",\"password\":\"", word, "\"}"),
        new Named("password", "{\\\"password\\\": \\\"", word, "\\\"}"),
        new Named("password", "{\"passphrase\":\"", word + " " + word, "\",\"x\":1}"),
        new Named("password", "spring.datasource.password = '", strong, "'"),
        new Named("password", "https://h/login?user=a&password=", word, "&x=1"),
        new Named("password-in-words", "password: ", strong, "\n"),
        new Named("password-in-words", "the password is ", strong, ", keep it"),
        new Named("password-in-words", "machine h login u password ", strong, "\n"),
        new Named("password", "{\"command\":\"DB_PASSWORD=", word, "\\nexport A=1\"}"),
        new Named("secret", "api_key: ", some.of(Secrets.HEX, 32), "\n"),
        new Named("secret", "x-api-key: ", some.mixed(40), "\n"),
        new Named("secret", "{\"client_secret\":\"", some.mixed(40), "\"}"),
        new Named("secret", "AWS_SECRET_ACCESS_KEY=", some.mixed(36) + "/+a9", "\n"),
        new Named("secret", "//registry/:_authToken=", some.mixed(36), "\n"),
        new Named("secret-option", "deploy --token ", word + "7", " --now"),
        new Named("secret-option", "mysql --password=", word, " -h db"),
        new Named("authorization", "Authorization: Basic ", some.mixed(30) + "==", "\n"),
        new Named("authorization", "-H 'authorization: Bearer ", some.mixed(40), "'"),
        new Named("authorization", "{\"Authorization\":\"Bearer ", some.mixed(40), "\"}"),
        new Named("authorization", "Cookie: ", "sid=" + some.mixed(30) + "; b=2", "\nHost: x"),
        new Named("bearer-token", "sent Bearer ", some.mixed(40), " and got 401"),
        new Named("url-password", "postgres://app:", strong, "@db:5432/app"),
        new Named("url-password", "redis://:", word, "@cache:6379/0"),
        new Named("url-password", "git clone https://x:", word, "@host/r.git"),
        new Named("curl-user", "curl -s -u admin:", word, " https://h/api"),
        new Named("azure-key", "AccountName=a;AccountKey=", some.mixed(84) + "==", ";Suffix=x"),
        new Named("azure-key", "https://a.blob/c?sv=1&sig=", some.mixed(40) + "%3D", "&se=2"),
        new Named("random-value", "\"sessionKey\": \"", some.mixed(44), "\""),
        new Named("random-value", "salt=", some.mixed(32), "\n"),
        new Named(
            "slack-token",
            "https://hooks.slack.com/",
            "services/T" + some.of(Secrets.BASE32, 10) + "/B1/" + some.mixed(24),
            "\n"));
  }

  @ParameterizedTest
  @MethodSource("named")
  void valueOfATellingName_isMaskedAlone(Named named) {
    Redaction masked = redactor.mask(named.before() + named.secret() + named.after());

    assertThat(masked.text())
        .as("seed %d", SEED)
        .isEqualTo(named.before() + "[masked:" + named.rule() + "]" + named.after());
    assertThat(masked.places()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "PRIVATE KEY"})
  void privateKey_isMaskedWithItsArmour_evenCutOrEscaped(String kind) {
    String body = secrets.mixed(64) + "\n" + secrets.mixed(64) + "\n";
    String begin = "-----BEGIN " + kind + "-----\n";
    String end = "-----END " + kind + "-----";
    String encrypted = begin + "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n" + body + end;

    assertThat(redactor.redact("a " + begin + body + end + " b"))
        .isEqualTo("a [masked:private-key] b");
    assertThat(redactor.redact(begin + body)).isEqualTo("[masked:private-key]");
    assertThat(redactor.redact(encrypted)).isEqualTo("[masked:private-key]");
    assertThat(redactor.redact((begin + body + end).replace("\n", "\\n")))
        .isEqualTo("[masked:private-key]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "No. Check the settlement window before you refund.",
        "commit 3f786850e387550fdab836ed7e6dc881de23001b",
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "key: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "\"session\": \"58e50d6c-eec7-4ae4-a366-a1aa111d2a6b\"",
        "id=123e4567-e89b-12d3-a456-426614174000",
        "model=claude-sonnet-4-5-20250929 key=gpt-4o-mini-2024-07-18",
        "key: anthropic.claude-3-5-sonnet-20241022-v2:0",
        "\"cacheKey\":\"org.example.payments.RefundServiceTest2\"",
        "key=/home/ana/project/src/main/java/org/example/App2.java",
        "token: src/main/java/org/example/Tokenizer2.java",
        "private_key: ~/.ssh/id_ed25519_work",
        "max_tokens: 4096, tokens=128000, token_type: bearer",
        "password=${DB_PASSWORD} token=$TOKEN secret={{ secret }} pwd=<password>",
        "--token $GITHUB_TOKEN --password \"$PASS\"",
        "postgres://app:$PGPASSWORD@db/app and https://host:8443/a@b",
        "http://user:<password>@host",
        "Authorization: Bearer YOUR_API_TOKEN; token: #{helper.token1}; password: $password",
        "password: string; password = null, password=none, password: \"required\"",
        "The password must be longer. Enter password: then press return",
        "bearer authentication is used; Bearer token missing",
        "basic authentication, Authorization header",
        "-----BEGIN CERTIFICATE-----",
        "docker run -u 1000:1000 image && curl https://host/a?b=c",
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "taskSkip-abcdefghijklmnopqrstuvwx sk-fading-circle-of-many-parts",
        "asia-southeast-1, Akiane, dp.example, npm_config_cache, hf_hub_download",
        "integrity sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
        "see https://example.org/docs/api_key: how to rotate",
      })
  void harmlessText_isLeftAsItIs(String text) {
    Redaction masked = redactor.mask(text);

    assertThat(masked.text()).isEqualTo(text);
    assertThat(masked.places()).isZero();
  }

  @Test
  void maskedText_isLeftAsItIs() {
    List<String> texts = new ArrayList<>();
    secrets.byRule().values().forEach(texts::addAll);
    named().forEach(one -> texts.add(one.before() + one.secret() + one.after()));
    String all = String.join(" ", texts);
    texts.add(all);
    texts.add(String.join("", texts));
    for (String text : List.copyOf(texts)) {
      for (String name :
          List.of("password=", "token: ", "Authorization: Bearer ", "key=\"", "://a:")) {
        texts.add(name + text + "@x");
      }
    }
    for (String text : texts) {
      String once = redactor.redact(text);
      Redaction twice = redactor.mask(once);

      assertThat(twice.text()).as("seed %d", SEED).isEqualTo(once);
      assertThat(twice.places()).as(once).isZero();
    }
  }

  @Test
  void places_countsEveryMarker() {
    String text = "password=" + secrets.of(Secrets.LOWER, 9) + " password=" + secrets.mixed(12);

    assertThat(redactor.mask(text).places()).isEqualTo(2);
  }
}
