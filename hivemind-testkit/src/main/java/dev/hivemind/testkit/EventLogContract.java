package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.NOON;
import static dev.hivemind.testkit.Samples.event;
import static dev.hivemind.testkit.Samples.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The half of {@link EventStoreContract} that is about events in their order. */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the store of this test
abstract class EventLogContract extends EventStoreSubject {
  @Nested
  @DisplayName("append")
  class Append {
    @Test
    @DisplayName("keeps a group in the given order, at ascending positive positions")
    void group_keepsItsOrder() {
      store.append(List.of(event("w", "c"), event("w", "a"), event("w", "b")));
      assertThat(ids("w")).containsExactly("c", "a", "b");
      assertThat(positions("w")).isSorted().doesNotHaveDuplicates().allMatch(p -> p > 0);
    }

    @Test
    @DisplayName("gives each group positions above every earlier one, whatever its time")
    void positions_ascendAcrossGroups() {
      store.append(List.of(event("w", "late", NOON)));
      store.append(List.of(event("w", "early", NOON.minusSeconds(60))));
      assertThat(ids("w")).containsExactly("late", "early");
      assertThat(positions("w")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("keeps id, kind, document and the time to the millisecond")
    void row_comesBackAsItWas() {
      Instant at = Instant.parse("1969-12-31T23:59:59.987Z");
      store.append(List.of(new EventRow("w", 0, "id", "tool call", at, "{\"a\": 1}")));
      EventRow row = all("w").get(0);
      assertThat(row)
          .isEqualTo(new EventRow("w", row.position(), "id", "tool call", at, "{\"a\": 1}"));
    }

    @Test
    @DisplayName("takes a time with nanoseconds")
    void time_mayBeFiner() {
      store.append(List.of(event("w", "a", NOON.plusNanos(456_789))));
      assertThat(all("w").get(0).at().truncatedTo(ChronoUnit.MILLIS)).isEqualTo(NOON);
    }

    @Test
    @DisplayName("passes over rows that it holds, so that a group can be sent again")
    void group_sentAgain() {
      store.append(events("w", "e", 3));
      List<EventRow> before = all("w");
      store.append(events("w", "e", 3));
      assertThat(all("w")).isEqualTo(before);
    }

    @Test
    @DisplayName("passes over a held row with another document, and keeps the rest of its group")
    void group_partlyHeld() {
      store.append(List.of(event("w", "a", "first")));
      store.append(List.of(event("w", "b"), event("w", "a", "second"), event("w", "c")));
      assertThat(ids("w")).containsExactly("a", "b", "c");
      assertThat(all("w").get(0).document()).isEqualTo("first");
    }

    @Test
    @DisplayName("keeps the first of two rows of one id within a group")
    void group_withTheSameIdTwice() {
      store.append(List.of(event("w", "a", "first"), event("w", "a", "second"), event("w", "b")));
      assertThat(ids("w")).containsExactly("a", "b");
      assertThat(all("w").get(0).document()).isEqualTo("first");
    }

    @Test
    @DisplayName("takes rows of several workspaces, each with its own order")
    void group_ofSeveralWorkspaces() {
      store.append(List.of(event("v", "a"), event("w", "a"), event("v", "b"), event("w", "c")));
      assertThat(ids("v")).containsExactly("a", "b");
      assertThat(ids("w")).containsExactly("a", "c");
      assertThat(all("v")).allMatch(row -> row.workspace().equals("v"));
    }

    @Test
    @DisplayName("changes nothing if the group breaks off")
    void group_breakingOff() {
      store.append(List.of(event("w", "before")));
      assertThatThrownBy(() -> store.append(breakingOff(events("w", "e", 4))))
          .isInstanceOf(RuntimeException.class);
      assertThat(ids("w")).containsExactly("before");
      assertThat(store.workspaces()).containsExactly("w");
    }

    private static List<EventRow> breakingOff(List<EventRow> rows) {
      return new AbstractList<>() {
        @Override
        public EventRow get(int index) {
          if (index == 2) {
            throw new IllegalStateException("the group breaks off");
          }
          return rows.get(index);
        }

        @Override
        public int size() {
          return rows.size();
        }
      };
    }

    @Test
    @DisplayName("takes 1,000 rows at once")
    void group_ofAThousand() {
      store.append(events("w", "e", 1000));
      assertThat(ids("w")).isEqualTo(events("w", "e", 1000).stream().map(EventRow::id).toList());
      assertThat(positions("w")).isSorted().doesNotHaveDuplicates();
    }
  }

  @Nested
  @DisplayName("read")
  class Read {
    @Test
    @DisplayName("returns at most the limit, the lowest positions first")
    void limit_holds() {
      store.append(events("w", "e", 5));
      assertThat(store.read("w", 0, 2)).isEqualTo(all("w").subList(0, 2));
    }

    @Test
    @DisplayName("returns positions strictly above the given one")
    void after_isExclusive() {
      store.append(events("w", "e", 3));
      assertThat(store.read("w", positions("w").get(1), 9)).isEqualTo(all("w").subList(2, 3));
      assertThat(store.read("w", Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    @DisplayName("goes through everything page by page")
    void pages_missNothing() {
      store.append(events("w", "e", 10));
      assertThat(Pages.events(store, "w", 3)).isEqualTo(all("w"));
    }

    @Test
    @DisplayName("never crosses a workspace, and knows nothing of an unknown one")
    void workspaces_areApart() {
      store.append(List.of(event("w", "same", "ours"), event("v", "same", "theirs")));
      assertThat(all("w")).extracting(EventRow::document).containsExactly("ours");
      assertThat(all("u")).isEmpty();
    }
  }

  @Nested
  @DisplayName("workspaces")
  class Workspaces {
    @Test
    @DisplayName("are none in an empty store, also after looking into it")
    void store_empty() {
      assertThat(all("w")).isEmpty();
      assertThat(store.checkpoint("w", "c").position()).isZero();
      assertThat(store.retain("w", NOON)).isZero();
      store.erase("w", List.of("a"));
      assertThat(store.workspaces()).isEmpty();
    }

    @Test
    @DisplayName("are those with an event or a checkpoint")
    void workspaces_withSomething() {
      store.append(List.of(event("v", "a"), event("w", "a")));
      advanceTo("x", "c", 0, "state");
      assertThat(store.workspaces()).containsExactlyInAnyOrder("v", "w", "x");
    }

    @Test
    @DisplayName("are no longer those whose events were all erased")
    void workspaces_emptied() {
      store.append(List.of(event("v", "a"), event("w", "a")));
      store.erase("v", List.of("a"));
      assertThat(store.workspaces()).containsExactly("w");
    }
  }

  @Nested
  @DisplayName("text")
  class Text {
    @Test
    @DisplayName("in ids, kinds and documents comes back unchanged and keeps ids apart")
    void ids_areExact() {
      store.append(Samples.KEYS.stream().map(id -> event("w", id, id)).toList());
      assertThat(ids("w")).isEqualTo(Samples.KEYS);
      store.erase("w", List.of("a", "'", "%", "_"));
      List<String> rest = new ArrayList<>(Samples.KEYS);
      rest.removeAll(List.of("a", "'", "%", "_"));
      assertThat(ids("w")).isEqualTo(rest);
    }

    @Test
    @DisplayName("in the names of workspaces and consumers keeps them apart")
    void workspaces_areExact() {
      for (String key : Samples.KEYS) {
        store.append(List.of(new EventRow(key, 0, "same", key, NOON, key)));
        advanceTo(key, key, 7, key);
        advanceTo("w", key, 8, key);
      }
      for (String key : Samples.KEYS) {
        assertThat(all(key)).hasSize(1).allMatch(row -> row.document().equals(key));
        assertThat(all(key)).allMatch(row -> row.kind().equals(key));
        assertThat(store.checkpoint(key, key)).isEqualTo(new Checkpoint(key, key, 7, key));
        assertThat(store.checkpoint("w", key)).isEqualTo(new Checkpoint("w", key, 8, key));
      }
      assertThat(store.workspaces()).containsAll(Samples.KEYS).hasSize(Samples.KEYS.size() + 1);
    }

    @Test
    @DisplayName("of 500 KB and of every script comes back unchanged")
    void documents_areExact() {
      List<EventRow> rows = new ArrayList<>();
      Samples.documents().forEach(text -> rows.add(event("w", "e" + rows.size(), text)));
      store.append(rows);
      assertThat(all("w")).extracting(EventRow::document).isEqualTo(Samples.documents());
    }
  }
}
