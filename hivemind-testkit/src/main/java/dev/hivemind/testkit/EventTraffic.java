package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Writers and readers of one workspace at the same time. */
final class EventTraffic {
  private static final int WRITERS = 4;
  private static final int READERS = 2;
  private static final int GROUPS = 25;
  private static final int GROUP = 5;

  private final EventStore store;
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  EventTraffic(EventStore store) {
    this.store = store;
  }

  /** Returns what each reader saw, polling with a limit for as long as somebody writes. */
  List<List<EventRow>> polled(int limit) {
    return Race.of(
            WRITERS + READERS,
            number -> number < WRITERS ? write(number) : poll(new ArrayList<>(), limit))
        .subList(WRITERS, WRITERS + READERS);
  }

  private List<EventRow> write(int writer) {
    try {
      for (int group = 0; group < GROUPS; group++) {
        store.append(Samples.events("w", writer + "-" + group + "-", GROUP));
      }
    } finally {
      writing.decrementAndGet();
    }
    return List.of();
  }

  private List<EventRow> poll(List<EventRow> seen, int limit) {
    boolean last = false;
    while (true) {
      boolean more = Pages.nextEvents(store, "w", seen, limit);
      if (limit == Integer.MAX_VALUE) {
        assertGroupsAreWhole(seen);
      }
      if (!more && last) {
        return seen;
      }
      last = writing.get() == 0;
    }
  }

  private static void assertGroupsAreWhole(List<EventRow> seen) {
    Map<String, Long> rowsOfGroup =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.id().substring(0, row.id().lastIndexOf('-')),
                    Collectors.counting()));
    assertThat(rowsOfGroup.values()).as("rows of a group").allMatch(rows -> rows == GROUP);
  }
}
