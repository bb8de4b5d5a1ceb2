package dev.hivemind.core.fuzz;

import java.util.List;
import java.util.Random;

/** Texts made from good ones by breaking them: equal seeds, equal texts. */
public final class Mutants {
  private static final int LONGEST = 40_000;

  private final long seed;
  private final List<String> good;
  private final List<String> pieces;

  /** Creates from good texts and from pieces that mean something to who reads them. */
  public Mutants(long seed, List<String> good, List<String> pieces) {
    this.seed = seed;
    this.good = List.copyOf(good);
    this.pieces = List.copyOf(pieces);
  }

  /** Returns the text of a round: a good one after one to six changes. */
  public String of(int round) {
    Random random = new Random(seed * 1_000_003 + round);
    String text = any(good, random);
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      text = changed(text, random);
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private String changed(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(30));
    String before = text.substring(0, from);
    String piece = any(pieces, random);
    return switch (random.nextInt(8)) {
      case 0 -> before + text.substring(to);
      case 1 ->
          before + text.substring(from, to).repeat(2 + random.nextInt(3)) + text.substring(to);
      case 2 -> before + piece + text.substring(from);
      case 3 -> before + piece + text.substring(to);
      case 4 -> before + piece.repeat(1 << random.nextInt(11)) + text.substring(from);
      case 5 -> before + (char) random.nextInt(Character.MAX_VALUE + 1) + text.substring(to);
      case 6 -> before + cut(any(good, random), random);
      default -> before;
    };
  }

  private static String cut(String other, Random random) {
    return other.substring(random.nextInt(other.length() + 1));
  }

  private static String any(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
