package dev.hivemind.testkit;

import java.util.List;
import java.util.Random;

/**
 * One operation on a skill store, in small numbers: workspace and id by number, the revision as a
 * distance from the next one.
 */
sealed interface SkillOperation {
  int WORKSPACES = 2;
  int IDS = 5;

  /** Saves the next revision, or one that is off by some. */
  record Append(int workspace, int id, int off, int document) implements SkillOperation {}

  /** Erases ids. */
  record Erase(int workspace, List<Integer> ids) implements SkillOperation {}

  static SkillOperation random(Random random) {
    int workspace = random.nextInt(WORKSPACES);
    if (random.nextInt(100) < 94) {
      int off = random.nextInt(5) == 0 ? random.nextInt(5) - 2 : 0;
      return new Append(workspace, random.nextInt(IDS), off, random.nextInt(100));
    }
    return new Erase(workspace, random.ints(random.nextInt(4), 0, IDS).boxed().distinct().toList());
  }
}
