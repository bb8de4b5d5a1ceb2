package dev.hivemind.core.skillfile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of skills, which are names of directories too. */
public final class SkillNames {
  static final int LENGTH = 64;
  static final Pattern FORM = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
  static final Pattern CLAIMED = Pattern.compile("claude|anthropic");

  private static final String FALLBACK = "lesson";
  private static final int READ = 1_000;

  /** Names Windows gives to devices; no directory there can be called so. */
  private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

  private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}+");

  /** Letters that no normal form takes apart. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "\u00DF", "ss", "\u00E6", "ae", "\u0153", "oe", "\u00F8", "o", "\u0142", "l", "\u0111",
          "d", "\u00F0", "d", "\u00FE", "th", "\u0131", "i");

  private SkillNames() {}

  /**
   * Returns whether a skill may have the name: lower-case ASCII words joined by hyphens, at most 64
   * characters, a possible directory on every system, and not claimed by a vendor.
   */
  public static boolean valid(String name) {
    return name.length() <= LENGTH
        && FORM.matcher(name).matches()
        && !CLAIMED.matcher(name).find()
        && !DEVICE.matcher(name).matches();
  }

  /**
   * Returns a {@link #valid} name made of the words of the text; {@code lesson} if it has none in
   * Latin letters.
   */
  public static String slug(String text) {
    String head = text.substring(0, Math.min(text.length(), READ));
    String words = OTHER.matcher(fold(head)).replaceAll("-");
    String name = cut(unclaimed(words), LENGTH);
    if (name.isEmpty()) {
      return FALLBACK;
    }
    return DEVICE.matcher(name).matches() ? name + "-" + FALLBACK : name;
  }

  /**
   * Returns the wanted name, or with {@code -2}, {@code -3} and so on behind it, so that none of
   * those taken is the same on a file system that ignores case. What is no valid name becomes one.
   */
  public static String unique(String wanted, Set<String> taken) {
    Set<String> used =
        taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    String base = valid(wanted) ? wanted : slug(wanted);
    String name = base;
    for (int number = 2; used.contains(name); number++) {
      String suffix = "-" + number;
      name = cut(base, LENGTH - suffix.length()) + suffix;
    }
    return name;
  }

  private static String fold(String text) {
    String apart = HUMP.matcher(text).replaceAll("-");
    String plain = MARK.matcher(Normalizer.normalize(apart, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      lower = lower.replace(letter.getKey(), letter.getValue());
    }
    return lower;
  }

  private static String unclaimed(String words) {
    String name = words;
    while (CLAIMED.matcher(name).find()) {
      name = OTHER.matcher(CLAIMED.matcher(name).replaceAll("-")).replaceAll("-");
    }
    return name;
  }

  /** Cuts between words where one ends in the second half, and takes hyphens off the ends. */
  private static String cut(String words, int length) {
    String name = words.startsWith("-") ? words.substring(1) : words;
    if (name.length() > length) {
      int hyphen = name.lastIndexOf('-', length);
      name = name.substring(0, hyphen > length / 2 ? hyphen : length);
    }
    return name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
  }
}
