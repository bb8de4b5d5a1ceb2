package dev.hivemind.core.inspect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Readable text in a form that people do not read: base64, hexadecimal, percent signs, escapes of
 * programs and of HTML. What decodes to no words, as hashes, ids and pictures do, is none.
 */
final class EncodedText {
  private static final int LEAST = 8;
  private static final double READABLE = .9;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}+={0,2}");
  private static final Pattern HEX =
      Pattern.compile("(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}[ :,]?+){12,}+");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2}[A-Za-z0-9]?+){6,}+");
  private static final Pattern ESCAPES =
      Pattern.compile("(?:\\\\(?:u\\{?[0-9A-Fa-f]{4,6}\\}?|x[0-9A-Fa-f]{2})){6,}+");
  private static final Pattern ENTITIES =
      Pattern.compile("(?:&#(?:x[0-9A-Fa-f]{2,6}|[0-9]{2,7});){6,}+");
  private static final Pattern BITS = Pattern.compile("(?:[01]{8}[ ,]?+){8,}+");
  private static final Pattern CODE = Pattern.compile("[0-9A-Fa-f]++");
  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}+[ ,.]+\\p{L}{2,}+");

  private EncodedText() {}

  static Set<Finding> in(String text) {
    return decoded(text).isEmpty() ? EnumSet.noneOf(Finding.class) : EnumSet.of(Finding.ENCODED);
  }

  /** Returns what can be read in encoded parts of the text. */
  static List<String> decoded(String text) {
    List<String> found = new ArrayList<>();
    BASE64.matcher(text).results().forEach(run -> base64(run.group(), found));
    HEX.matcher(text).results().forEach(run -> hex(run.group(), found));
    PERCENT.matcher(text).results().forEach(run -> percent(run, found));
    ESCAPES.matcher(text).results().forEach(run -> codes(run.group(), 16, found));
    ENTITIES.matcher(text).results().forEach(run -> entities(run.group(), found));
    BITS.matcher(text).results().forEach(run -> bits(run.group(), found));
    return found;
  }

  private static void base64(String run, List<String> found) {
    String standard = run.replace('-', '+').replace('_', '/').replace("=", "");
    int whole = standard.length() - (standard.length() % 4 == 1 ? 1 : 0);
    read(Base64.getDecoder().decode(standard.substring(0, whole)), found);
  }

  private static void hex(String run, List<String> found) {
    String digits = run.replaceAll("[ :,]", "");
    read(HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1)), found);
  }

  private static void percent(MatchResult run, List<String> found) {
    StringBuilder bytes = new StringBuilder();
    String text = run.group();
    for (int i = 0; i < text.length(); ) {
      boolean code = text.charAt(i) == '%';
      bytes.append(
          code ? (char) Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
      i += code ? 3 : 1;
    }
    read(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), found);
  }

  private static void codes(String run, int radix, List<String> found) {
    StringBuilder text = new StringBuilder();
    CODE.matcher(run.replaceAll("[\\\\ux{}&#;]", " "))
        .results()
        .map(code -> Integer.parseInt(code.group(), radix))
        .filter(Character::isValidCodePoint)
        .forEach(text::appendCodePoint);
    read(text.toString().getBytes(StandardCharsets.UTF_8), found);
  }

  private static void entities(String run, List<String> found) {
    codes(run, run.contains("x") ? 16 : 10, found);
  }

  private static void bits(String run, List<String> found) {
    String digits = run.replaceAll("[ ,]", "");
    byte[] bytes = new byte[digits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(8 * i, 8 * i + 8), 2);
    }
    read(bytes, found);
  }

  // Letters, digits and blanks, and at least two words: hashes and pictures have none.
  private static void read(byte[] bytes, List<String> found) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long readable =
        text.codePoints()
            .filter(
                c -> Character.isLetterOrDigit(c) || c == ' ' || c == '\n' || c == '.' || c == ',')
            .count();
    boolean words =
        WORDS.matcher(text).find() || text.codePoints().filter(c -> c >= 0x3040).count() >= LEAST;
    if (text.length() >= LEAST
        && words
        && readable >= READABLE * text.codePointCount(0, text.length()) - 2) {
      found.add(text);
    }
  }
}
