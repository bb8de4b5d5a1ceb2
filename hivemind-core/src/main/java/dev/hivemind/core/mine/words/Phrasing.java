package dev.hivemind.core.mine.words;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the words of one turn say about the act before it. Immutable; the same for the same words.
 *
 * @param cues the families found, in the order of their constants
 * @param length the number of characters looked at
 * @param words the number of words, a character of a script without blanks counting as half a word;
 *     0 if the language is unknown, of whose words nothing can be said
 */
public record Phrasing(Set<Family> cues, int length, int words) {
  private static final int LOOKED_AT = 1_500;
  private static final int SHORT = 60;
  // People who object explain themselves: the more words, the likelier. Learned like the families'
  // weights, per fifth of ln(1 + words), and against a turn of three words or fewer.
  private static final double WORDY = 1.3;
  private static final double TERSE = -.75;
  private static final int FEW = 3;
  private static final double BOUND = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{Nd}_]+");

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
    for (Cue cue : Tongue.cues(head)) {
      if (!found.contains(cue.family()) && cue.isIn(head)) {
        found.add(cue.family());
      }
    }
    if (found.contains(Family.CHALLENGES)) {
      // A doubt is put as a question: the mark says nothing more.
      found.remove(Family.ASKS);
    }
    return new Phrasing(found, head.length(), Tongue.isKnown(head) ? words(head) : 0);
  }

  private static int words(String folded) {
    int spaced = (int) WORD.matcher(folded).results().count();
    int unspaced =
        (int) folded.codePoints().filter(c -> c >= 0x3040 && Character.isLetter(c)).count();
    return spaced + unspaced / 2;
  }

  /** Returns the weight of the words as log-odds against a turn that says nothing. */
  public double logOdds() {
    double sum = lengthOdds();
    for (Family one : cues) {
      sum += one.weight;
    }
    return Math.max(-BOUND, Math.min(BOUND, sum));
  }

  /**
   * Returns the same for the reason of a refusal: there an order is no next request but what should
   * have been done.
   */
  public double logOddsOfReason() {
    double order = cues.contains(Family.REQUESTS) ? Family.REQUESTS.weight : 0;
    return Math.max(-BOUND, Math.min(BOUND, logOdds() - order));
  }

  private double lengthOdds() {
    return words == 0 ? 0 : WORDY * Math.min(Math.log1p(words), 5) / 5 + (words <= FEW ? TERSE : 0);
  }

  /** Returns whether the words say what is wanted, not only that something is wrong. */
  public boolean saysWhatIsWanted() {
    return cues.stream().anyMatch(TEACHING::contains);
  }

  /** Returns whether anything in the words pushes back. */
  public boolean objects() {
    return cues.stream().anyMatch(one -> one.weight > 0);
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
    if (cues.isEmpty()) {
      return "the turn is as long as objections are";
    }
    return cues.stream()
        .sorted()
        .sorted((a, b) -> Double.compare(Math.abs(b.weight), Math.abs(a.weight)))
        .map(one -> one.says)
        .collect(Collectors.joining(", ", "the turn ", ""));
  }
}
