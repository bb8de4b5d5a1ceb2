package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Change;
import java.util.List;

/**
 * The ordinary course of a tool that steps through states: a job is "started", later "done". Where
 * the agent took the same step before without anybody having spoken, taking it again answers
 * nobody.
 */
final class Course {
  private Course() {}

  /** Returns whether what changed between two calls changed so before, unasked. */
  static boolean isUsual(Window window, Act before, Act next) {
    List<Change> step = Leaves.changes(before.text(), next.text());
    List<Act> calls =
        window.acts(Long.MIN_VALUE, next.event().position()).stream()
            .filter(one -> one.isCall() && one.tool().equals(next.tool()))
            .toList();
    for (int to = 1; to < calls.size(); to++) {
      for (int from = 0; from < to; from++) {
        if (isUnasked(window, calls.get(from), calls.get(to))
            && Leaves.changes(calls.get(from).text(), calls.get(to).text()).equals(step)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isUnasked(Window window, Act from, Act to) {
    return window
        .promptBefore(to.event().position())
        .map(prompt -> prompt.position() < from.event().position())
        .orElse(true);
  }
}
