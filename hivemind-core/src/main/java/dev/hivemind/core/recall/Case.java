package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import dev.hivemind.core.text.Grams;

/**
 * What is known beforehand of one situation.
 *
 * @param tool the tool called then, or empty
 * @param task grams of the person's words
 * @param arguments grams of the call's arguments
 */
record Case(String tool, Vector task, Vector arguments) {
  static Case of(Situation situation) {
    return new Case(
        situation.tool(),
        Vector.unit(Grams.of(situation.task())),
        Vector.unit(Grams.of(Arguments.words(situation.example()))));
  }
}
