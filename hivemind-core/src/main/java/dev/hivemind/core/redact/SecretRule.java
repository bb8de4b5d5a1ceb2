package dev.hivemind.core.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of secret.
 *
 * @param name what the marker says
 * @param keywords lower-case ASCII, of which at least one is in every text the pattern can match
 * @param pattern must be linear; the secret is what the first group matched that matched anything,
 *     or all of it
 * @param shape what the secret must look like beyond the pattern
 */
record SecretRule(String name, List<String> keywords, Pattern pattern, Shape shape) {
  /** What a secret must look like beyond its pattern. */
  enum Shape {
    /** The pattern says it all. */
    ANY,
    /** Drawn at random, so far as the characters tell: no word, path, hash or model's name. */
    RANDOM,
    /** The number of a card, by its network and check digit. */
    CARD,
    /** The number of a bank account, by its check digits. */
    IBAN,
    /** As many digits as a telephone number has. */
    PHONE;

    boolean fits(String value) {
      return switch (this) {
        case ANY -> true;
        case RANDOM -> Randomness.random(value);
        case CARD -> Numbers.isCard(value);
        case IBAN -> Numbers.isIban(value);
        case PHONE -> Numbers.isPhone(value);
      };
    }
  }

  /** Validates and copies. */
  SecretRule {
    keywords = List.copyOf(keywords);
    if (keywords.isEmpty()) {
      throw new IllegalArgumentException("rule " + name + " has no keyword");
    }
  }

  Redaction mask(Redaction before) {
    String text = before.text();
    Matcher matcher = pattern.matcher(text);
    StringBuilder masked = new StringBuilder();
    int places = 0;
    int copied = 0;
    while (matcher.find()) {
      int group = group(matcher);
      int start = matcher.start(group);
      int end = withoutEscape(text, start, matcher.end(group));
      if (!secret(text.substring(start, end))) {
        continue;
      }
      masked.append(text, copied, start).append(marker(text, start, end));
      copied = end;
      places++;
    }
    if (places == 0) {
      return before;
    }
    return new Redaction(
        masked.append(text, copied, text.length()).toString(), before.places() + places);
  }

  // In place of a JSON number stands JSON text, so that what was JSON still is.
  private String marker(String text, int start, int end) {
    boolean number =
        text.substring(start, end).chars().allMatch(c -> c >= '0' && c <= '9')
            && ":[,".indexOf(before(text, start)) >= 0
            && ",}]".indexOf(end < text.length() ? text.charAt(end) : ' ') >= 0;
    return number ? '"' + Marker.of(name) + '"' : Marker.of(name);
  }

  private static char before(String text, int start) {
    int last = start - 1;
    while (last > 0 && text.charAt(last) == ' ') {
      last--;
    }
    return last < 0 ? ' ' : text.charAt(last);
  }

  private boolean secret(String value) {
    return !Harmless.value(value) && shape.fits(value);
  }

  private static int group(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.start(group) >= 0) {
        return group;
      }
    }
    return 0;
  }

  /** JSON inside JSON escapes the quote that ends a value: its backslash is not part of it. */
  private static int withoutEscape(String text, int start, int end) {
    int last = end;
    while (last > start && text.charAt(last - 1) == '\\') {
      last--;
    }
    return last;
  }
}
