package dev.hivemind.core.mine.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the words of one turn say about the act before it. Immutable; the same for the same words.
 *
 * @param cues the families found, in the order of their constants
 * @param length the number of characters looked at
 */
public record Phrasing(Set<Family> cues, int length) {
  private static final int LOOKED_AT = 1_500;
  private static final int SHORT = 60;
  // Cues of one turn are not independent: each further one counts half of the one before.
  private static final double FADING = .5;
  private static final double BOUND = 4;

  private static final List<Cue> SPACED =
      Stream.of(
              EnglishCues.LIST,
              GermanCues.LIST,
              SpanishCues.LIST,
              FrenchCues.LIST,
              PortugueseCues.LIST)
          .flatMap(List::stream)
          .toList();
  private static final List<Cue> ALL =
      Stream.of(SPACED, ChineseCues.LIST, JapaneseCues.LIST).flatMap(List::stream).toList();

  private static final Set<Family> TEACHING =
      Set.of(Family.FORBIDS, Family.RULES, Family.CONTRASTS);

  /** Copies. */
  public Phrasing {
    cues = Set.copyOf(cues);
  }

  /** Returns what the text says. */
  public static Phrasing of(String text) {
    String head = text.strip();
    head = Fold.of(head.length() <= LOOKED_AT ? head : head.substring(0, LOOKED_AT));
    Set<Family> found = EnumSet.noneOf(Family.class);
    for (Cue cue : isAscii(head) ? SPACED : ALL) {
      if (!found.contains(cue.family()) && cue.isIn(head)) {
        found.add(cue.family());
      }
    }
    if (found.contains(Family.CHALLENGES)) {
      // A doubt is put as a question: the mark says nothing more.
      found.remove(Family.ASKS);
    }
    return new Phrasing(found, head.length());
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Returns the weight of the words as log-odds against a plain turn; 0 without a cue. */
  public double logOdds() {
    double sum = faded(true) + faded(false);
    return Math.max(-BOUND, Math.min(BOUND, sum));
  }

  private double faded(boolean against) {
    List<Double> weights =
        cues.stream()
            .sorted()
            .map(one -> one.weight)
            .filter(one -> one > 0 == against)
            .sorted((a, b) -> Double.compare(Math.abs(b), Math.abs(a)))
            .toList();
    double sum = 0;
    double share = 1;
    for (double weight : weights) {
      sum += weight * share;
      share *= FADING;
    }
    return sum;
  }

  /** Returns whether the words say what is wanted, not only that something is wrong. */
  public boolean saysWhatIsWanted() {
    return cues.stream().anyMatch(TEACHING::contains);
  }

  /** Returns whether the words are thanks and nothing more. */
  public boolean isThanks() {
    return cues.contains(Family.THANKS)
        && length <= SHORT
        && cues.stream().noneMatch(one -> one.weight > 0);
  }

  /** Returns whether the words say that an older rule is out of date. */
  public boolean renews() {
    return cues.contains(Family.RENEWS);
  }

  /** Returns whether the words are about the person rather than about what the agent did. */
  public boolean isAboutThePerson() {
    return cues.contains(Family.ABOUT_ME) && !saysWhatIsWanted();
  }

  /** Returns what was found, in words. */
  public String why() {
    return cues.stream()
        .sorted()
        .sorted((a, b) -> Double.compare(Math.abs(b.weight), Math.abs(a.weight)))
        .map(one -> one.says)
        .collect(Collectors.joining(", ", "the turn ", ""));
  }
}
