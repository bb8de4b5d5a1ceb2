package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.library.Waiting;
import dev.hivemind.core.text.Words;
import java.util.Comparator;
import java.util.List;

/** Finds the known skills of a scope that come nearest to new evidence. */
final class Nearest {
  private static final int SHOWN = 5;
  private static final double NEAR = .2;

  private Nearest() {}

  /** Returns those that are not retired: kin first, then by likeness; ties by id. */
  static List<Skill> of(Evidence newest, LibrarySnapshot snapshot) {
    return snapshot.savedAt(newest.scope()).stream()
        .filter(skill -> !skill.state().retired() && !Waiting.is(skill))
        .filter(skill -> isKin(skill, newest) || likeness(skill, newest) >= NEAR)
        .sorted(
            Comparator.comparing((Skill skill) -> !isKin(skill, newest))
                .thenComparing(skill -> -likeness(skill, newest))
                .thenComparing(Skill::id))
        .limit(SHOWN)
        .toList();
  }

  /** Returns whether a person removed a lesson that taught this, or was triggered by this. */
  static boolean wasRemoved(Evidence newest, LibrarySnapshot snapshot) {
    return snapshot.savedAt(newest.scope()).stream()
        .filter(
            skill -> skill.state() == SkillState.REJECTED || skill.state() == SkillState.DELETED)
        // A no to words beside a lesson is no no to the lesson.
        .filter(skill -> !Waiting.is(skill))
        .anyMatch(
            skill ->
                isKin(skill, newest)
                    || skill.situations().stream()
                        .anyMatch(one -> one.key().equals(newest.situation().key())));
  }

  private static boolean isKin(Skill skill, Evidence newest) {
    return Kinship.of(skill, newest) != Kinship.NONE;
  }

  private static double likeness(Skill skill, Evidence newest) {
    return skill.situations().stream()
        .filter(one -> one.tool().equals(newest.situation().tool()))
        .mapToDouble(one -> Words.similarity(one.masked(), newest.situation().masked()))
        .max()
        .orElse(0);
  }
}
