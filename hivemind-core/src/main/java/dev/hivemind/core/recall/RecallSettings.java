package dev.hivemind.core.recall;

import dev.hivemind.Mode;
import dev.hivemind.RecallContext;
import java.time.Duration;

/**
 * What bounds a recall.
 *
 * @param mode whether it speaks
 * @param holdOut who is not shown what, to see what it is worth
 * @param prompt at the prompt
 * @param tool before a tool call
 */
public record RecallSettings(Mode mode, HoldOut holdOut, Bounds prompt, Bounds tool) {

  /** Returns the bounds for a context. */
  Bounds bounds(RecallContext context) {
    return context.beforeCall() ? tool : prompt;
  }

  /**
   * The bounds of one moment.
   *
   * @param deadline how long it may take
   * @param skills how many are shown at most
   * @param characters how long the text is at most, the fence included
   */
  public record Bounds(Duration deadline, int skills, int characters) {}
}
