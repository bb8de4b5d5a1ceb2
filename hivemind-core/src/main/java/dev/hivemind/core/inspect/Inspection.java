package dev.hivemind.core.inspect;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at a text. Every method is linear in the length of the text and depends on nothing else.
 */
public final class Inspection {
  private static final int LONGEST = 64_000;

  private Inspection() {}

  /**
   * Returns what is suspicious about a text; of a very long one about its beginning and its end.
   */
  public static Set<Finding> of(String text) {
    String looked = ends(text);
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    findings.addAll(HiddenText.in(looked));
    findings.addAll(EncodedText.in(looked));
    findings.addAll(Orders.in(looked));
    return findings;
  }

  /** Returns what is suspicious about any of the texts. */
  public static Set<Finding> of(Collection<String> texts) {
    return of(String.join("\n\n", texts));
  }

  /** Returns the findings in words, in a fixed order; empty if there are none. */
  public static String inWords(Set<Finding> findings) {
    return findings.stream().sorted().map(Finding::words).collect(Collectors.joining(", "));
  }

  /**
   * Returns what a model may read in a text, in lower case: the text itself, without hidden
   * characters and in one form of each letter, decoded, spelled apart, backwards, and turned by
   * thirteen letters.
   */
  public static List<String> readings(String text) {
    return Readings.of(ends(text));
  }

  /**
   * Returns the text without the characters that people do not see and that no script or emoji
   * needs: what is left of it looks the same.
   */
  public static String visible(String text) {
    return HiddenText.removed(text);
  }

  private static String ends(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST / 2) + "\n" + text.substring(text.length() - LONGEST / 2);
  }
}
