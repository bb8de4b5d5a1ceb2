package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.event;
import static dev.hivemind.testkit.Samples.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What an {@link EventStore} must do that outlives its process: {@link #open} finds what the closed
 * one held. What a kill or a power failure may cost is for the store's own tests: this contract
 * cannot pull a plug.
 */
@SuppressWarnings("ClassCanBeStatic") // the nested group reaches the store of this test
public abstract class DurableEventStoreContract extends EventStoreContract {
  /** For subclasses. */
  protected DurableEventStoreContract() {}

  @Nested
  @DisplayName("closed and opened again")
  class Reopened {
    @Test
    @DisplayName("it holds every event at its position")
    void events_survive() {
      EventStore store = reopened();
      store.append(events("w", "e", 5));
      store.append(List.of(event("v", "large", "é".repeat(500_000))));
      List<EventRow> before = store.read("w", 0, 9);
      List<EventRow> large = store.read("v", 0, 9);
      store = reopened();
      assertThat(store.read("w", 0, 9)).isEqualTo(before).hasSize(5);
      assertThat(store.read("v", 0, 9)).isEqualTo(large).hasSize(1);
      assertThat(store.workspaces()).containsExactlyInAnyOrder("v", "w");
    }

    @Test
    @DisplayName("it passes over the events it held before")
    void ids_areStillKnown() {
      EventStore store = reopened();
      store.append(events("w", "e", 3));
      List<EventRow> before = store.read("w", 0, 9);
      store = reopened();
      store.append(List.of(event("w", "e1", "sent again"), event("w", "new")));
      assertThat(store.read("w", 0, 9)).hasSize(4).startsWith(before.toArray(EventRow[]::new));
    }

    @Test
    @DisplayName("it never uses a position again, not that of an erased event either")
    void positions_goOn() {
      EventStore store = reopened();
      store.append(events("w", "e", 3));
      long highest = store.read("w", 0, 9).get(2).position();
      store.erase("w", List.of("e0", "e1", "e2"));
      store = reopened();
      store.append(List.of(event("w", "next")));
      assertThat(store.read("w", 0, 9)).hasSize(1).allMatch(row -> row.position() > highest);
    }

    @Test
    @DisplayName("it holds every checkpoint")
    void checkpoints_survive() {
      Checkpoint stored = new Checkpoint("w", "c", 3, "state");
      reopened().advance(Checkpoint.start("w", "c"), stored);
      EventStore store = reopened();
      assertThat(store.checkpoint("w", "c")).isEqualTo(stored);
      assertThat(store.advance(Checkpoint.start("w", "c"), stored)).isFalse();
    }

    @Test
    @DisplayName("it has forgotten what was erased or not retained")
    void removals_survive() {
      EventStore store = reopened();
      store.append(events("w", "e", 3));
      store.erase("w", List.of("e1"));
      long first = store.read("w", 0, 1).get(0).position();
      store.advance(Checkpoint.start("w", "c"), new Checkpoint("w", "c", first, ""));
      store.retain("w", Samples.NOON.plusSeconds(1));
      assertThat(reopened().read("w", 0, 9)).extracting(EventRow::id).containsExactly("e2");
    }
  }
}
