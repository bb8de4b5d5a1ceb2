package dev.hivemind.core.recall;

import dev.hivemind.Situation;
import java.util.List;

/**
 * What is known beforehand of a call that was wrong.
 *
 * @param tool the tool called then
 * @param content the distinct words of what it was given
 */
record Case(String tool, Vector content) {
  /** Returns the calls among situations. */
  static List<Case> of(List<Situation> situations) {
    return situations.stream()
        .filter(one -> !one.tool().isEmpty())
        .map(one -> new Case(one.tool(), Arguments.content(one.example())))
        .toList();
  }
}
