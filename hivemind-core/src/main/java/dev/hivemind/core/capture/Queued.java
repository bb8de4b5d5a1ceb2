package dev.hivemind.core.capture;

import dev.hivemind.AgentEvent;
import dev.hivemind.core.capture.Queued.Barrier;
import dev.hivemind.core.capture.Queued.Recorded;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** What waits in the {@link Intake}. */
sealed interface Queued permits Recorded, Barrier {

  /** An event on its way to the store; {@code urgent} ends the writer's wait for company. */
  record Recorded(String id, Instant at, AgentEvent event, long bytes, boolean urgent)
      implements Queued {}

  /** Completed when everything before it is durable. */
  record Barrier(CompletableFuture<Void> reached) implements Queued {}
}
