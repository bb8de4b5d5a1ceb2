package dev.hivemind.testkit;

import dev.hivemind.RecallContext;
import java.util.List;
import java.util.Objects;

/**
 * What happened, and what an agent may be told about it later. Immutable.
 *
 * @param name a few words
 * @param stories what happened, session by session
 * @param later what an agent is about to do in a later session
 * @param lesson words that the advice must have; empty if there must be no advice
 */
public record Scenario(String name, List<Story> stories, RecallContext later, String lesson) {
  /** Validates and copies. */
  public Scenario {
    Objects.requireNonNull(name, "name");
    stories = List.copyOf(stories);
    Objects.requireNonNull(later, "later");
    Objects.requireNonNull(lesson, "lesson");
  }

  /** Returns whether a lesson is to be learned, rather than nothing. */
  public boolean teaches() {
    return !lesson.isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
