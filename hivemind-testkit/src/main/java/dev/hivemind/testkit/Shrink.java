package dev.hivemind.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing list of operations small: leaves out ever smaller runs of them for as long as the
 * rest still fails (the complement half of Zeller and Hildebrandt's delta debugging, 2002).
 */
final class Shrink {
  private static final int MOST_ATTEMPTS = 500;

  private Shrink() {}

  /** Returns a part of the list, in order, that still fails. */
  static <T> List<T> of(List<T> failing, Predicate<List<T>> fails) {
    List<T> smallest = failing;
    int attempts = 0;
    for (int run = Math.max(1, failing.size() / 2); ; run /= 2) {
      int from = 0;
      while (from < smallest.size() && attempts++ < MOST_ATTEMPTS) {
        List<T> shorter = without(smallest, from, run);
        if (fails.test(shorter)) {
          smallest = shorter;
        } else {
          from += run;
        }
      }
      if (run == 1) {
        return smallest;
      }
    }
  }

  private static <T> List<T> without(List<T> list, int from, int run) {
    List<T> rest = new ArrayList<>(list.subList(0, from));
    rest.addAll(list.subList(Math.min(list.size(), from + run), list.size()));
    return rest;
  }
}
