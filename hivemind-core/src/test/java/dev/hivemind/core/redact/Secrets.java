package dev.hivemind.core.redact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Secrets made while the tests run: none is in the repository, and none ever opened anything. */
final class Secrets {
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String LOWER = UPPER.toLowerCase(java.util.Locale.ROOT);
  static final String DIGITS = "0123456789";
  static final String HEX = DIGITS + "abcdef";
  static final String ALNUM = UPPER + LOWER + DIGITS;
  static final String URL64 = ALNUM + "_-";
  static final String BASE32 = UPPER + "234567";

  private final Random random;

  Secrets(long seed) {
    this.random = new Random(seed);
  }

  String of(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** As above, with each kind of character in it. */
  String mixed(int length) {
    return "a" + of(DIGITS, 1) + "Z" + of(ALNUM, length - 6) + "q7X";
  }

  /** The body of a token in each rule's shape: what must not be left of a text. */
  Map<String, List<String>> byRule() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("aws-access-key", List.of("AK" + "IA" + of(BASE32, 16), "AS" + "IA" + of(BASE32, 16)));
    all.put(
        "google-key",
        List.of("AI" + "za" + of(ALNUM, 35), "GOC" + "SPX-" + mixed(28), "ya2" + "9." + mixed(60)));
    all.put("azure-client-secret", List.of(of(ALNUM, 3) + "8Q" + "~" + of(ALNUM, 34)));
    all.put(
        "github-token",
        List.of(
            "gh" + "p_" + of(ALNUM, 36), "gh" + "s_" + mixed(40), "github_" + "pat_" + mixed(82)));
    all.put("gitlab-token", List.of("gl" + "pat-" + mixed(20), "gl" + "rt-" + mixed(26)));
    all.put(
        "slack-token",
        List.of(
            "xo" + "xb-" + of(DIGITS, 12) + "-" + mixed(24),
            "xap" + "p-1-A" + of(BASE32, 10) + "-" + of(DIGITS, 13) + "-" + of(HEX, 64)));
    all.put("chat-bot-token", List.of(of(DIGITS, 10) + ":" + "AA" + mixed(33)));
    all.put("stripe-key", List.of("sk" + "_live_" + mixed(24), "wh" + "sec_" + mixed(32)));
    all.put(
        "package-registry-token",
        List.of(
            "np" + "m_" + of(ALNUM, 36), "py" + "pi-" + mixed(150), "dc" + "kr_pat_" + mixed(27)));
    all.put(
        "model-service-key",
        List.of(
            "s" + "k-proj-" + mixed(90),
            "s" + "k-ant-api03-" + mixed(93),
            "s" + "k-" + mixed(48),
            "h" + "f_" + mixed(34)));
    all.put(
        "mail-service-key",
        List.of("S" + "G." + mixed(22) + "." + mixed(43), "ke" + "y-" + of(HEX, 32)));
    all.put(
        "infrastructure-token",
        List.of("hv" + "s." + mixed(90), "do" + "p_v1_" + of(HEX, 64), "da" + "pi" + of(HEX, 32)));
    all.put(
        "service-token",
        List.of(
            "shp" + "at_" + of(HEX, 32),
            "AT" + "ATT3" + mixed(180),
            "lin_" + "api_" + mixed(40),
            "gl" + "sa_" + of(ALNUM, 32) + "_" + of(HEX, 8)));
    all.put("age-key", List.of("AGE-SECRET" + "-KEY-1" + of(UPPER + DIGITS, 58)));
    all.put(
        "jwt", List.of("ey" + "J" + mixed(33) + "." + "ey" + "J" + mixed(80) + "." + mixed(43)));
    return all;
  }
}
