package dev.hivemind.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the literals of one incident into slots, so that two incidents of one situation read the
 * same: {@code <path>}, {@code <url>}, {@code <mail>}, {@code <uuid>}, {@code <hash>}, {@code
 * <date>}, {@code <id>}, {@code <n>} and {@code <text>}. Linear in the length of the text;
 * idempotent.
 */
public final class Slots {
  private static final int SIGNATURE_LINES = 2;
  private static final int LINE_LENGTH = 200;
  private static final int ARGUMENTS_LENGTH = 1_000;
  private static final int ENUM_LENGTH = 30;

  // One pass, the most specific literal first. Possessive where it repeats: nothing backtracks.
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<slot><[a-z]{1,5}>)"
              + "|(?<url>\\b[a-zA-Z][a-zA-Z0-9+.-]{1,10}://[^\\s\"'<>)\\]]++)"
              + "|(?<uuid>\\b\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b)"
              + "|(?<mail>\\b[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})++)"
              + "|(?<date>\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}[\\d:.]{0,16}+(?:Z|[+-]\\d{2}:?\\d{2})?)?+"
              + "|\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b|\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b)"
              + "|(?<text>\"[^\"\\n]{1,200}\"|`[^`\\n]{1,200}`|\u00ab[^\u00bb\\n]{1,200}\u00bb"
              + "|\u201c[^\u201d\\n]{1,200}\u201d|\u300c[^\u300d\\n]{1,200}\u300d"
              + "|<\\s[^<>\\n]{1,80}\\s>|(?<!\\w)'[^'\\n]{1,200}'(?!\\w))"
              + "|(?<path>(?<![\\w<])(?:~|\\.{1,2}|[A-Za-z]:)?[/\\\\][\\w.@+~-]++(?:[/\\\\][\\w.@+~-]*+)*+"
              + "|(?<![\\w<@.+-])[\\w@.+-]++(?:[/\\\\][\\w@.+-]++)++/?)"
              + "|(?<word>[\\p{IsLatin}\\p{Nd}_]++(?:[-.#]++[\\p{IsLatin}\\p{Nd}_]++)*+)");

  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w.-])[\\w.-]*\\w\\.(?:csv|pdf|xlsx?|docx?|txt|md|json|ya?ml|xml|html?|png|jpe?g|log|sql|sh|"
              + "java|kts?|tsx?|jsx?|py|go|rs|rb|cs|cpp|properties|toml|lock|gradle|snap|zip|gz)");
  private static final Pattern NUMBER = Pattern.compile("[\\d.,_]*\\d%?");
  private static final Pattern HASH = Pattern.compile("(?=.*\\d)\\p{XDigit}{7,64}");
  private static final Pattern ENUM =
      Pattern.compile("[a-z][a-z_-]*[a-z]|[A-Z]{2,5}|[A-Z][A-Z]*_[A-Z_]+|[a-z]|true|false");
  // The status is in the event; what tells two errors apart comes after it.
  private static final Pattern EXIT =
      Pattern.compile(
          "(?i)\\s*(?:(?:command|process|script|error:)\\s.{0,40}?)?(?:exit(?:ed)?)\\s+"
              + "(?:with\\s+)?(?:code|status)?:?\\s*-?\\d+\\W*");
  // Arguments whose value is a program of its own: their words are the act, not a literal.
  private static final Set<String> PROGRAMS =
      Set.of("command", "cmd", "sql", "script", "code", "shell", "args", "statement");

  private Slots() {}

  /** Returns the text with every literal turned into its slot. */
  public static String mask(String text) {
    return LITERAL.matcher(text).replaceAll(match -> Matcher.quoteReplacement(slot(match)));
  }

  private static String slot(MatchResult match) {
    String found = match.group();
    // In the order of the groups above.
    if (match.group(1) != null) {
      return found;
    }
    String[] names = {"<url>", "<uuid>", "<mail>", "<date>", "<text>"};
    for (int i = 0; i < names.length; i++) {
      if (match.group(i + 2) != null) {
        return names[i];
      }
    }
    return match.group(7) != null ? path(found) : word(found);
  }

  // "and/or" and "input/output" are words; a path has a root, two separators or a file at its end.
  private static String path(String found) {
    boolean rooted = "/\\~.".indexOf(found.charAt(0)) >= 0 || found.startsWith(":", 1);
    long separators = found.chars().filter(c -> c == '/' || c == '\\').count();
    int last = Math.max(found.lastIndexOf('/'), found.lastIndexOf('\\'));
    return rooted || separators > 1 || found.indexOf('.', last) > 0 ? "<path>" : found;
  }

  private static String word(String found) {
    if (found.chars().noneMatch(Character::isDigit)) {
      return FILE.matcher(found.toLowerCase(Locale.ROOT)).matches() ? "<path>" : found;
    }
    if (NUMBER.matcher(found).matches()) {
      return "<n>";
    }
    if (HASH.matcher(found).matches()) {
      return "<hash>";
    }
    if (FILE.matcher(found.toLowerCase(Locale.ROOT)).matches()) {
      return "<path>";
    }
    // One digit is as a rule a version or a size (utf-8, eu-west-1, p1), two and more an id.
    return found.chars().filter(Character::isDigit).count() > 1 ? "<id>" : found;
  }

  /**
   * Returns a call's arguments as its situation knows them: one {@code name=value} a leaf, in the
   * order of the names; words that choose a behaviour ({@code basis=settled}) stay, literals and
   * prose become slots. Text that is no JSON object is masked as it is.
   */
  public static String arguments(String json) {
    return arguments(Json.leaves(json));
  }

  /** Returns the same of arguments given by their paths. */
  public static String arguments(Map<String, String> leaves) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> leaf : new TreeMap<>(leaves).entrySet()) {
      parts.add(
          leaf.getKey().isEmpty()
              ? mask(leaf.getValue())
              : leaf.getKey() + "=" + value(leaf.getKey(), leaf.getValue()));
    }
    return cut(String.join(" ", parts), ARGUMENTS_LENGTH);
  }

  /** Returns the value of one argument as its situation knows it. */
  public static String value(String path, String value) {
    String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (PROGRAMS.contains(name)) {
      return cut(mask(value), ARGUMENTS_LENGTH);
    }
    if (isEnum(value)) {
      return value;
    }
    String masked = mask(value);
    return masked.startsWith("<") && masked.indexOf('>') == masked.length() - 1 ? masked : "<text>";
  }

  /** Returns whether a value is a word that chooses a behaviour rather than a literal. */
  public static boolean isEnum(String value) {
    return value.length() <= ENUM_LENGTH && ENUM.matcher(value).matches();
  }

  /**
   * Returns what identifies an error: its first two lines that say something, masked; a line that
   * only names the exit code is dropped.
   */
  public static String signature(String error) {
    return String.join(
        "\n",
        error
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !EXIT.matcher(line).matches())
            .limit(SIGNATURE_LINES)
            .map(line -> mask(cut(line, LINE_LENGTH)))
            .toList());
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
