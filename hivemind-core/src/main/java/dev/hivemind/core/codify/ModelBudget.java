package dev.hivemind.core.codify;

import java.time.Duration;

/**
 * What one run may ask of a text model.
 *
 * @param calls how often, retries included
 * @param characters given to it in all
 * @param time spent on it in all
 */
public record ModelBudget(int calls, int characters, Duration time) {
  /** What is allowed unless somebody says otherwise. */
  public static final ModelBudget USUAL = new ModelBudget(20, 200_000, Duration.ofMinutes(1));

  private static final int SHARE = 3;

  /** Returns how long one call may take. */
  Duration oneCall() {
    return time.dividedBy(SHARE);
  }
}
