package dev.hivemind.core.redact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/** What looks like a secret or a number of a person, and is none. */
final class Ordinary {
  private static final List<String> WORDS =
      List.of(
          "payment", "Session", "order", "cache", "Token", "reader", "retry", "Index", "builder",
          "refund", "secret", "handler", "main", "test", "release", "queue", "Key");

  private final Random random;
  private final Secrets some;

  Ordinary(long seed) {
    this.random = new Random(seed);
    this.some = new Secrets(seed);
  }

  /** Returns lines of every sort there is. */
  List<String> lines(int rounds) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      lines.addAll(hashes());
      lines.addAll(names());
      lines.addAll(numbers());
      lines.addAll(words());
    }
    return lines;
  }

  private List<String> hashes() {
    String encoded =
        Base64.getEncoder()
            .encodeToString(("a picture of " + word()).repeat(4).getBytes(StandardCharsets.UTF_8));
    return List.of(
        "commit " + hex(40),
        "index " + hex(7) + ".." + hex(7) + " 100644",
        "sha256:" + hex(64),
        "ETag: \"" + hex(32) + "\"",
        "key: " + hex(64),
        "\"session\": \"" + new UUID(random.nextLong(), random.nextLong()) + "\"",
        "id=" + new UUID(random.nextLong(), random.nextLong()),
        "traceparent: 00-" + hex(32) + "-" + hex(16) + "-01",
        "data:image/png;base64," + encoded,
        "blob " + hex(40) + " " + number(9));
  }

  private List<String> names() {
    return List.of(
        "model=claude-sonnet-4-5-2025" + "09" + "29 key=gpt-4o-mini-2024-07-18",
        "key: anthropic.claude-3-5-sonnet-20241022-v2:0",
        "\"cacheKey\":\"org.example." + word() + "." + word() + word() + "Test" + number(1) + "\"",
        "token: src/main/java/org/" + word() + "/" + word() + word() + number(1) + ".java",
        "import { " + word() + " } from \"@scope/" + word() + "-" + word() + "\"",
        "npm install " + word() + "@" + number(2) + "." + number(1) + "." + number(1),
        "git clone git@host.example:" + word() + "/" + word() + ".git",
        "ssh://git@host.example:22/" + word() + ".git",
        "@Override public String " + word() + word() + "() { return this." + word() + "; }",
        "max_tokens: " + number(4) + ", temperature: 0." + number(1),
        "password=${" + word() + "_PASSWORD} token=$TOKEN",
        "us-east-"
            + number(1)
            + "a, node-pool-"
            + hex(8)
            + "-"
            + word().toLowerCase(Locale.ROOT)
            + "x");
  }

  private List<String> numbers() {
    return List.of(
        "2026-03-" + (10 + random.nextInt(18)) + " 09:" + (10 + random.nextInt(49)) + ":07.123",
        "order " + number(8) + ", customer " + number(10),
        "total 1 234 " + number(3) + ".50 EUR, tax 19%",
        "10.0." + number(2) + "." + number(2) + " - - [02/Mar/2026:10:11:12 +0000]",
        "pid " + number(5) + " took " + number(6) + " ms, " + number(11) + " bytes",
        "timestamp=17" + number(11) + " nanos=17" + number(17),
        "version 1." + number(2) + "." + number(2) + "-rc." + number(1),
        "ISBN 978-3-16-" + number(6) + "-0, page " + number(3) + "-" + number(3),
        "@@ -" + number(3) + "," + number(2) + " +" + number(3) + "," + number(2) + " @@",
        "invoice 2026/" + number(6) + " of " + number(7) + " items",
        "lat 52." + number(6) + ", lon 13." + number(6),
        "tracking JD" + number(18));
  }

  private List<String> words() {
    return List.of(
        "The password must be longer. Enter password: then press return",
        "Call the " + word() + " endpoint first, then phone the customer.",
        "Tokens are counted per request; the " + word() + " is a secret of the trade",
        "basic authentication, Authorization header, bearer authentication is used",
        "No. Check the settlement window before you refund order " + number(4) + ".",
        "meet @ the office, 50% off @ 10:30, ping @" + word().toLowerCase(Locale.ROOT),
        "Keys: " + word() + ", " + word() + ", " + word() + "; session: " + word());
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private String hex(int length) {
    return some.of(Secrets.HEX, length);
  }

  private String number(int length) {
    return (1 + random.nextInt(9)) + some.of(Secrets.DIGITS, length - 1);
  }
}
