package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Situation;
import dev.hivemind.core.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Puts evidence that teaches the same about the same situation together. */
final class Grouping {
  /** Token-trigram Jaccard from which two situations of one tool are the same. */
  static final double SAME = .6;

  private Grouping() {}

  static boolean sameSituation(Situation one, Situation other) {
    return one.key().equals(other.key())
        || (one.tool().equals(other.tool())
            && sameError(one, other)
            && Words.similarity(one.masked(), other.masked()) > SAME);
  }

  /** Returns whether both failed alike, or neither failed: names in a message may differ. */
  static boolean sameError(Situation one, Situation other) {
    return one.error().equals(other.error())
        || (!one.error().isEmpty()
            && !other.error().isEmpty()
            && Words.similarity(one.error(), other.error()) > SAME);
  }

  /** Returns groups in the order of their first evidence, each in the order it came. */
  static List<List<Evidence>> of(List<Evidence> evidence) {
    List<List<Evidence>> groups = new ArrayList<>();
    for (Evidence one : evidence) {
      groups.stream()
          .filter(group -> belongs(one, group))
          .findFirst()
          .orElseGet(
              () -> {
                List<Evidence> group = new ArrayList<>();
                groups.add(group);
                return group;
              })
          .add(one);
    }
    return groups;
  }

  // A remark stays alone: what becomes of it must not depend on what happened to come with it.
  private static boolean belongs(Evidence one, List<Evidence> group) {
    return one.scope().equals(group.get(0).scope())
        && group.stream().allMatch(other -> Sources.alike(one, other))
        && Remark.is(one) == Remark.is(group.get(0))
        && group.stream().anyMatch(other -> Kinship.of(other, one) == Kinship.SAME);
  }
}
