package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two changes of one text, put together line by line: what only one side changed is as that side
 * has it. Changes of both sides must have an unchanged line between them, unless they are the same.
 */
public final class TextMerge {
  private final List<String> base;
  private final List<String> ours;
  private final List<String> theirs;
  private final List<String> merged = new ArrayList<>();

  private TextMerge(List<String> base, List<String> ours, List<String> theirs) {
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
  }

  /** Returns both changes of the base in one text, or empty if they meet. */
  public static Optional<String> of(String base, String ours, String theirs) {
    TextMerge merge = new TextMerge(lines(base), lines(ours), lines(theirs));
    return merge.merge() ? Optional.of(String.join("\n", merge.merged)) : Optional.empty();
  }

  private static List<String> lines(String text) {
    return List.of(Lines.unix(text).split("\n", -1));
  }

  private boolean merge() {
    int[] inOurs = LineMatch.of(base, ours);
    int[] inTheirs = LineMatch.of(base, theirs);
    int b = 0;
    int o = 0;
    int t = 0;
    while (b < base.size()) {
      int stable = b;
      while (stable < base.size() && (inOurs[stable] < 0 || inTheirs[stable] < 0)) {
        stable++;
      }
      boolean end = stable == base.size();
      int nextOurs = end ? ours.size() : inOurs[stable];
      int nextTheirs = end ? theirs.size() : inTheirs[stable];
      if (!chunk(
          base.subList(b, stable), ours.subList(o, nextOurs), theirs.subList(t, nextTheirs))) {
        return false;
      }
      if (!end) {
        merged.add(base.get(stable));
      }
      b = stable + 1;
      o = nextOurs + 1;
      t = nextTheirs + 1;
    }
    return b > base.size()
        || chunk(List.of(), ours.subList(o, ours.size()), theirs.subList(t, theirs.size()));
  }

  private boolean chunk(List<String> before, List<String> our, List<String> their) {
    if (our.equals(before) || our.equals(their)) {
      return merged.addAll(their) || their.isEmpty();
    }
    return their.equals(before) && (merged.addAll(our) || our.isEmpty());
  }
}
