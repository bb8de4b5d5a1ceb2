package dev.hivemind.core.redact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What names a person, made up while the tests run. */
final class People {
  private static final List<String> NAMES =
      List.of("ana", "kim.lee", "o_brien", "jo-anne", "m\u00fcller", "x", "info+shop", "li.wei2");
  private static final List<String> HOSTS =
      List.of("example.org", "mail.example.co.uk", "b\u00fccher.example", "a-b.example.com");
  private static final Map<String, Integer> ACCOUNTS =
      Map.of("DE", 18, "GB", 18, "FR", 23, "NL", 14, "NO", 11, "MT", 27, "ES", 20, "CH", 17);

  private final Random random;
  private final Secrets some;

  People(long seed) {
    this.random = new Random(seed);
    this.some = new Secrets(seed);
  }

  /** Returns one of each rule in as many forms as people write, by rule. */
  Map<String, List<String>> byRule() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("mail", List.of(mail(), mail(), mail().toUpperCase(Locale.ROOT)));
    all.put("iban", List.of(iban(), grouped(iban())));
    all.put("card", List.of(card("4", 16), grouped(card("51", 16)), card("34", 15), dashed()));
    all.put("phone", phones());
    return all;
  }

  String mail() {
    return of(NAMES) + "@" + of(HOSTS);
  }

  String card(String network, int length) {
    String head = network + digits(length - network.length() - 1);
    for (char check = '0'; check <= '9'; check++) {
      if (Numbers.isCard(head + check)) {
        return head + check;
      }
    }
    throw new IllegalStateException("no check digit for " + head);
  }

  private String dashed() {
    return grouped(card("6011", 16)).replace(' ', '-');
  }

  String iban() {
    String country = of(ACCOUNTS.keySet().stream().sorted().toList());
    String account = digits(ACCOUNTS.get(country));
    for (int check = 2; check < 99; check++) {
      String iban = country + String.format(Locale.ROOT, "%02d", check) + account;
      if (Numbers.isIban(iban)) {
        return iban;
      }
    }
    throw new IllegalStateException("no check digits for " + account);
  }

  private List<String> phones() {
    return List.of(
        "+" + of(List.of("1", "44", "49", "33", "91", "86")) + " " + line(3) + " " + line(7),
        "+49 (0)" + line(2) + " " + line(6),
        "+1" + line(10),
        "0049 " + line(3) + " " + line(7),
        "(" + line(3) + ") " + line(3) + "-" + line(4),
        line(3) + "-" + line(3) + "-" + line(4),
        "0" + line(3) + " " + line(3) + " " + line(3),
        "0" + line(3) + "/" + line(6),
        "+33 " + line(1) + " " + line(2) + " " + line(2) + " " + line(2) + " " + line(2));
  }

  // The first digit of a subscriber or an area is neither 0 nor 1.
  private String line(int length) {
    return (2 + random.nextInt(8)) + digits(length - 1);
  }

  private String digits(int length) {
    return some.of(Secrets.DIGITS, length);
  }

  private static String grouped(String digits) {
    return digits.replaceAll("(.{4})(?=.)", "$1 ");
  }

  private <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
