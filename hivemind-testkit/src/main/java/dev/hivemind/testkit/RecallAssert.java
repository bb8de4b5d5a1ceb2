package dev.hivemind.testkit;

import dev.hivemind.Advice;
import dev.hivemind.Recall;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a recall. Each returns this and fails with an {@link AssertionError} that shows
 * the whole recall. Not thread-safe.
 */
public final class RecallAssert extends AbstractAssert<RecallAssert, Recall> {
  RecallAssert(Recall actual) {
    super(actual, RecallAssert.class);
  }

  /** Asserts that the call is held. */
  public RecallAssert holds() {
    return advises(Advice.Hold.class);
  }

  /** Asserts that there is a note, and the agent goes on. */
  public RecallAssert annotates() {
    return advises(Advice.Annotate.class);
  }

  /** Asserts that nothing is said, and the agent goes on. */
  public RecallAssert proceeds() {
    return advises(Advice.Proceed.class);
  }

  private RecallAssert advises(Class<? extends Advice> expected) {
    isNotNull();
    if (!expected.isInstance(actual.advice())) {
      failWithMessage("expected advice to %s, but was:%n%s", verb(expected), shown());
    }
    return this;
  }

  private static String verb(Class<? extends Advice> advice) {
    return advice.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Asserts that the text has each of the words, in any case and in any order. */
  public RecallAssert mentions(String... words) {
    isNotNull();
    for (String one : words) {
      if (!has(one)) {
        failWithMessage("expected a text that mentions '%s', but was:%n%s", one, shown());
      }
    }
    return this;
  }

  /** Asserts that the text has none of the words, in any case. */
  public RecallAssert mentionsNone(String... words) {
    isNotNull();
    for (String one : words) {
      if (has(one)) {
        failWithMessage("expected a text that does not mention '%s', but was:%n%s", one, shown());
      }
    }
    return this;
  }

  private boolean has(String words) {
    return actual.text().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /** Asserts that a skill of this name is behind the advice, or would be without mode SHADOW. */
  public RecallAssert comesFrom(String skill) {
    isNotNull();
    if (actual.skills().stream().noneMatch(one -> one.name().equals(skill))) {
      failWithMessage("expected the skill '%s' behind the advice, but was:%n%s", skill, shown());
    }
    return this;
  }

  /** Asserts that nothing kept the recall from being complete. */
  public RecallAssert isComplete() {
    isNotNull();
    if (!actual.flags().isEmpty()) {
      failWithMessage("expected a recall without flags, but was:%n%s", shown());
    }
    return this;
  }

  private String shown() {
    return "%s, skills %s, flags %s%n%s"
        .formatted(
            actual.advice().getClass().getSimpleName(),
            actual.skills(),
            actual.flags(),
            actual.text());
  }
}
