package dev.hivemind.testkit;

import dev.hivemind.Recall;

/** Where assertions about a Hivemind's answers begin. */
public final class HivemindAssertions {
  private HivemindAssertions() {}

  /** Begins assertions about a recall. */
  public static RecallAssert assertThat(Recall actual) {
    return new RecallAssert(actual);
  }
}
