package dev.hivemind.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Lessons about carriers, each at a scope of its own: alike as they are, one would be made of all.
 */
final class Shipping {
  static final Scope SCOPE = Scope.of("shipping");
  static final Author ANA = Author.operator("ana");
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private Shipping() {}

  /** Records a conversation in which a call of {@code ship_<name>} is corrected. */
  static void teach(Hivemind hivemind, String name) {
    Session session = Session.of(scope(name), "monday-" + name).by(ANA);
    hivemind.record(session.prompt("send the parcel of " + name));
    hivemind.record(session.toolCall("c1", tool(name), "{\"parcel\":12}"));
    hivemind.record(session.toolResult("c1", ToolStatus.OK, "sent"));
    hivemind.record(session.correction("c1", "No. Use the insured carrier of " + name + "."));
  }

  static Scope scope(String name) {
    return Scope.of("shipping/" + name);
  }

  static String tool(String name) {
    return "ship_" + name;
  }

  /** Returns whether what was taught about a name comes to mind. */
  static boolean recalls(Hivemind hivemind, String name) {
    Session session =
        Session.of(scope(name), "asking-" + System.nanoTime()).by(Author.operator("ben"));
    return hivemind
        .recall(
            RecallContext.of(session, "send the parcel of " + name)
                .beforeTool(tool(name), "{\"parcel\":77}")
                .sideEffecting())
        .text()
        .contains("insured carrier of " + name);
  }

  static void flush(Hivemind hivemind) {
    assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
  }

  /** Waits until something is so, and returns how long that took. */
  static Duration until(Duration atMost, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      assertThat(waited).as("waited").isLessThan(atMost);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
