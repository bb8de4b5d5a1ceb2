package dev.hivemind.springai.boot;

import dev.hivemind.Hivemind;
import dev.hivemind.Status;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when nothing is remembered; up, with the problems, when something failed lately.
 *
 * @param hivemind the memory
 * @param problem why there is none, or empty
 */
record HivemindHealth(Hivemind hivemind, String problem) implements HealthIndicator {
  @Override
  public Health health() {
    Status status = hivemind.status();
    boolean works =
        status.health() == Status.Health.UP || status.health() == Status.Health.DEGRADED;
    Health.Builder health = (works ? Health.up() : Health.down());
    health.withDetail("hivemind", status.health());
    if (!problem.isEmpty()) {
      health.withDetail("problem", problem);
    }
    if (!status.problems().isEmpty()) {
      health.withDetail("problems", status.problems());
    }
    return health.build();
  }
}
