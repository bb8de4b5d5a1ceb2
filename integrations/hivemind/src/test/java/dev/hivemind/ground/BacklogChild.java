package dev.hivemind.ground;

import dev.hivemind.Hivemind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A program of its own that mines a backlog, says at each lesson that it is at it, and is killed.
 */
public final class BacklogChild {
  private static final long SLOWLY = Duration.ofMillis(3).toNanos();

  private BacklogChild() {}

  /** Opens the home given as the only argument and waits until all of it is mined. */
  public static void main(String[] arguments) {
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(Path.of(arguments[0]))
            // One that fails leaves the words to the rules.
            .codifier(
                (group, nearest) -> {
                  System.out.println("lesson");
                  System.out.flush();
                  LockSupport.parkNanos(SLOWLY);
                  throw new IllegalStateException("the rules take over");
                })
            .open()) {
      System.out.println("mined " + hivemind.flush(Duration.ofMinutes(5)).complete());
      System.out.flush();
    }
  }
}
