package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.core.text.Grams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a close look at a skill sees.
 *
 * @param whole grams of the trigger and the beginning of the body
 * @param phrases each thing it says it is for: pieces of the description, tasks
 * @param cases calls that were wrong
 * @param mistakes values that were wrong in a call
 */
record Detail(Vector whole, List<Phrase> phrases, List<Case> cases, List<Mistake> mistakes) {
  private static final int BODY_GRAMS = 1_500;

  static Detail of(Skill skill) {
    Parts parts = Parts.of(skill);
    return new Detail(
        Vector.unit(joined(Grams.of(parts.trigger()), Grams.of(parts.body(BODY_GRAMS)))),
        phrases(parts),
        Case.of(parts.newest()),
        Mistake.of(skill));
  }

  private static int[] joined(int[] first, int[] second) {
    int[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static List<Phrase> phrases(Parts parts) {
    List<String> phrases = new ArrayList<>();
    phrases.add(parts.name());
    phrases.addAll(Purpose.pieces(parts.purpose()));
    parts.newest().stream()
        .map(Situation::task)
        .filter(task -> !task.isBlank())
        .distinct()
        .forEach(phrases::add);
    return phrases.stream().map(Phrase::of).toList();
  }
}
