package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.NOON;
import static dev.hivemind.testkit.Samples.event;
import static dev.hivemind.testkit.Samples.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.hivemind.spi.EventStore} must do. A store proves itself with a test class
 * that extends this one and says how to open it; one that outlives its process extends {@link
 * DurableEventStoreContract}.
 *
 * <p>Random tests print their seed and the shortest list of operations that fails; {@code
 * -Dhivemind.seed=} runs them again. Text is well-formed Unicode without U+0000, which many
 * databases do not take.
 */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the store of this test
public abstract class EventStoreContract extends EventLogContract {
  /** For subclasses. */
  protected EventStoreContract() {}

  @Nested
  @DisplayName("checkpoints")
  class Checkpoints {
    @Test
    @DisplayName("begin at position 0 with an empty state")
    void consumer_unknown() {
      assertThat(store.checkpoint("w", "c")).isEqualTo(Checkpoint.start("w", "c"));
    }

    @Test
    @DisplayName("advance from what is stored, the start included")
    void advance_fromStored() {
      Checkpoint first = new Checkpoint("w", "c", 3, "{\"open\": []}");
      Checkpoint second = new Checkpoint("w", "c", 5, "");
      assertThat(store.advance(Checkpoint.start("w", "c"), first)).isTrue();
      assertThat(store.checkpoint("w", "c")).isEqualTo(first);
      assertThat(store.advance(first, second)).isTrue();
      assertThat(store.checkpoint("w", "c")).isEqualTo(second);
    }

    @Test
    @DisplayName("do not advance from another position or another state")
    void advance_fromSomethingElse() {
      Checkpoint stored = new Checkpoint("w", "c", 3, "state");
      Checkpoint next = new Checkpoint("w", "c", 4, "next");
      store.advance(Checkpoint.start("w", "c"), stored);
      assertThat(store.advance(Checkpoint.start("w", "c"), next)).isFalse();
      assertThat(store.advance(new Checkpoint("w", "c", 2, "state"), next)).isFalse();
      assertThat(store.advance(new Checkpoint("w", "c", 3, "STATE"), next)).isFalse();
      assertThat(store.advance(new Checkpoint("w", "c", 3, "state "), next)).isFalse();
      assertThat(store.advance(new Checkpoint("w", "c", 3, ""), next)).isFalse();
      assertThat(store.checkpoint("w", "c")).isEqualTo(stored);
    }

    @Test
    @DisplayName("of a consumer that never advanced do not advance from anything but the start")
    void advance_fromNothingStored() {
      Checkpoint next = new Checkpoint("w", "c", 4, "next");
      assertThat(store.advance(new Checkpoint("w", "c", 1, ""), next)).isFalse();
      assertThat(store.advance(new Checkpoint("w", "c", 0, "state"), next)).isFalse();
      assertThat(store.checkpoint("w", "c")).isEqualTo(Checkpoint.start("w", "c"));
      assertThat(store.workspaces()).isEmpty();
    }

    @Test
    @DisplayName("of other consumers and other workspaces are not touched")
    void advance_ofOneConsumer() {
      advanceTo("w", "c", 3, "ours");
      advanceTo("w", "d", 4, "theirs");
      advanceTo("v", "c", 5, "elsewhere");
      assertThat(store.checkpoint("w", "c")).isEqualTo(new Checkpoint("w", "c", 3, "ours"));
      assertThat(store.checkpoint("w", "d")).isEqualTo(new Checkpoint("w", "d", 4, "theirs"));
      assertThat(store.checkpoint("v", "c")).isEqualTo(new Checkpoint("v", "c", 5, "elsewhere"));
    }

    @Test
    @DisplayName("of two consumers or two workspaces cannot replace each other")
    void advance_acrossKeys() {
      Checkpoint from = Checkpoint.start("w", "c");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.advance(from, new Checkpoint("w", "d", 1, "")));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.advance(from, new Checkpoint("v", "c", 1, "")));
      assertThat(store.workspaces()).isEmpty();
    }

    @Test
    @DisplayName("hold a state of 500,000 characters, and are compared by all of it")
    void state_large() {
      String state = "é".repeat(499_999);
      advanceTo("w", "c", 1, state + "x");
      Checkpoint next = new Checkpoint("w", "c", 2, "");
      assertThat(store.advance(new Checkpoint("w", "c", 1, state + "y"), next)).isFalse();
      assertThat(store.advance(new Checkpoint("w", "c", 1, state + "x"), next)).isTrue();
    }
  }

  @Nested
  @DisplayName("erase")
  class Erase {
    @Test
    @DisplayName("removes the named events of its workspace and no others")
    void events_ofOneWorkspace() {
      store.append(events("w", "e", 4));
      store.append(events("v", "e", 4));
      store.erase("w", List.of("e1", "e3", "unknown"));
      assertThat(ids("w")).containsExactly("e0", "e2");
      assertThat(ids("v")).containsExactly("e0", "e1", "e2", "e3");
    }

    @Test
    @DisplayName("never lets a position be used again")
    void positions_areNotReused() {
      store.append(events("w", "e", 3));
      long highest = positions("w").get(2);
      store.erase("w", List.of("e0", "e1", "e2"));
      store.append(List.of(event("w", "next")));
      assertThat(positions("w")).hasSize(1).allMatch(position -> position > highest);
    }

    @Test
    @DisplayName("lets the id come back, at a new position")
    void id_comesBack() {
      store.append(events("w", "e", 2));
      store.erase("w", List.of("e0"));
      store.append(List.of(event("w", "e0", "new")));
      assertThat(ids("w")).containsExactly("e1", "e0");
      assertThat(all("w").get(1).document()).isEqualTo("new");
    }

    @Test
    @DisplayName("empties the state of every checkpoint of the workspace, whatever the ids")
    void states_areEmptied() {
      advanceTo("w", "c", 3, "ours");
      advanceTo("w", "d", 4, "ours too");
      advanceTo("v", "c", 5, "theirs");
      store.erase("w", List.of());
      assertThat(store.checkpoint("w", "c")).isEqualTo(new Checkpoint("w", "c", 3, ""));
      assertThat(store.checkpoint("w", "d")).isEqualTo(new Checkpoint("w", "d", 4, ""));
      assertThat(store.checkpoint("v", "c")).isEqualTo(new Checkpoint("v", "c", 5, "theirs"));
    }

    @Test
    @DisplayName("makes a consumer that holds the old state lose its race")
    void states_areReplaced() {
      Checkpoint stored = new Checkpoint("w", "c", 3, "with what is to be forgotten");
      store.advance(Checkpoint.start("w", "c"), stored);
      store.erase("w", List.of());
      assertThat(store.advance(stored, new Checkpoint("w", "c", 4, "it comes back"))).isFalse();
      assertThat(store.checkpoint("w", "c").state()).isEmpty();
    }
  }

  @Nested
  @DisplayName("retain")
  class Retain {
    @Test
    @DisplayName("removes what happened before the time and says how many")
    void events_before() {
      store.append(
          List.of(
              event("w", "old", NOON.minusMillis(1)),
              event("w", "now", NOON),
              event("w", "older", NOON.minusSeconds(9))));
      advanceTo("w", "c", positions("w").get(2), "");
      assertThat(store.retain("w", NOON)).isEqualTo(2);
      assertThat(ids("w")).containsExactly("now");
    }

    @Test
    @DisplayName("takes a time between two milliseconds")
    void time_betweenMilliseconds() {
      store.append(List.of(event("w", "before"), event("w", "after", NOON.plusMillis(1))));
      advanceTo("w", "c", positions("w").get(1), "");
      assertThat(store.retain("w", NOON.plusNanos(500_000))).isEqualTo(1);
      assertThat(ids("w")).containsExactly("after");
    }

    @Test
    @DisplayName("keeps what some checkpoint of the workspace has not passed")
    void events_notPassed() {
      store.append(events("w", "e", 3));
      advanceTo("w", "fast", positions("w").get(2), "");
      advanceTo("w", "slow", positions("w").get(0), "");
      assertThat(store.retain("w", NOON.plusSeconds(1))).isEqualTo(1);
      assertThat(ids("w")).containsExactly("e1", "e2");
    }

    @Test
    @DisplayName("keeps everything while the workspace has no checkpoint")
    void events_nobodyHasSeen() {
      store.append(events("w", "e", 3));
      advanceTo("v", "c", 99, "");
      assertThat(store.retain("w", NOON.plusSeconds(1))).isZero();
      assertThat(ids("w")).hasSize(3);
    }

    @Test
    @DisplayName("touches its workspace alone, and no checkpoint")
    void workspaces_areApart() {
      store.append(List.of(event("w", "a"), event("v", "a")));
      advanceTo("w", "c", Long.MAX_VALUE, "ours");
      advanceTo("v", "c", Long.MAX_VALUE, "theirs");
      assertThat(store.retain("w", NOON.plusSeconds(1))).isEqualTo(1);
      assertThat(ids("v")).containsExactly("a");
      assertThat(store.checkpoint("w", "c").state()).isEqualTo("ours");
      assertThat(store.workspaces()).containsExactlyInAnyOrder("v", "w");
    }

    @Test
    @DisplayName("takes any time, and never lets a position be used again")
    void times_atTheEnds() {
      store.append(events("w", "e", 2));
      long highest = positions("w").get(1);
      advanceTo("w", "c", highest, "");
      assertThat(store.retain("w", Instant.MIN)).isZero();
      assertThat(store.retain("w", Instant.MAX)).isEqualTo(2);
      store.append(List.of(event("w", "next")));
      assertThat(positions("w")).hasSize(1).allMatch(position -> position > highest);
    }
  }

  @Nested
  @DisplayName("many threads")
  class Threads {
    @Test
    @DisplayName("append while readers poll: no reader misses a position or sees one out of order")
    void readers_missNothing() {
      List<List<EventRow>> polled = new EventTraffic(store).polled(7);
      assertThat(all("w")).isNotEmpty();
      assertThat(polled).allMatch(seen -> seen.equals(all("w")));
    }

    @Test
    @DisplayName("append groups: a reader sees all of a group or nothing")
    void readers_seeWholeGroups() {
      List<List<EventRow>> polled = new EventTraffic(store).polled(Integer.MAX_VALUE);
      assertThat(polled).allMatch(seen -> seen.equals(all("w")));
    }

    @Test
    @DisplayName("append the same group: it is there once")
    void group_ofAll() {
      Race.of(
          8,
          number -> {
            store.append(events("w", "e", 5));
            return number;
          });
      assertThat(ids("w")).containsExactly("e0", "e1", "e2", "e3", "e4");
    }

    @Test
    @DisplayName("append groups across two workspaces in either order: all get in")
    void groups_crossingEachOther() {
      Race.of(
          8,
          number -> {
            List<EventRow> group =
                new ArrayList<>(List.of(event("v", "e" + number), event("w", "e" + number)));
            if (number % 2 == 0) {
              Collections.reverse(group);
            }
            store.append(group);
            return number;
          });
      assertThat(ids("v")).hasSize(8);
      assertThat(ids("w")).hasSize(8);
    }

    @Test
    @DisplayName(
        "advance from one checkpoint: of 32 exactly one succeeds, from the start and later")
    void advance_hasOneWinner() {
      for (int round = 1; round <= 3; round++) {
        Checkpoint from = store.checkpoint("w", "c");
        int position = round;
        AtomicInteger winner = new AtomicInteger(-1);
        List<Boolean> won =
            Race.of(
                32,
                number -> {
                  Checkpoint to = new Checkpoint("w", "c", position, "state of " + number);
                  boolean replaced = store.advance(from, to);
                  if (replaced) {
                    winner.set(number);
                  }
                  return replaced;
                });
        assertThat(won).containsOnlyOnce(true);
        assertThat(store.checkpoint("w", "c").state()).isEqualTo("state of " + winner.get());
      }
    }

    @Test
    @DisplayName("erase while others append: every append gets in, what was erased stays away")
    void erase_amongAppends() {
      store.append(events("w", "gone", 20));
      List<String> gone = ids("w");
      Race.of(
          3,
          number -> {
            if (number == 0) {
              store.erase("w", gone);
            } else {
              events("w", number + "-", 20).forEach(row -> store.append(List.of(row)));
            }
            return number;
          });
      assertThat(ids("w")).hasSize(40).doesNotContainAnyElementsOf(gone);
      assertThat(positions("w")).isSorted().doesNotHaveDuplicates();
    }
  }

  @Nested
  @DisplayName("a lease")
  class Lease {
    @Test
    @DisplayName("is had by who asks, kept, and had by another once it was given back")
    void lease_isHad() {
      assertThat(store.lease("w", "c", "a", Duration.ofMinutes(1))).isTrue();
      assertThat(store.lease("w", "c", "a", Duration.ofMinutes(1))).isTrue();
      store.lease("w", "c", "a", Duration.ZERO);
      assertThat(store.lease("w", "c", "b", Duration.ofMinutes(1))).isTrue();
      assertThat(store.workspaces()).isEmpty();
    }
  }

  @Nested
  @DisplayName("random operations")
  class Model {
    @Test
    @DisplayName("have the effect they have on the in-memory store")
    void store_equalsModel() {
      EventModel.against(store).run(20260302, 150);
    }
  }

  @Nested
  @DisplayName("close")
  class Close {
    @Test
    @DisplayName("may be called again")
    void close_twice() {
      store.append(List.of(event("w", "a")));
      store.close();
      assertThatCode(store::close).doesNotThrowAnyException();
    }
  }
}
