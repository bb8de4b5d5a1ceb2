package dev.hivemind.core.learn;

import dev.hivemind.AgentEvent;
import dev.hivemind.core.event.EventCodec;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds events by their ids: a store knows positions only, so the log is read until all are found.
 */
final class EventLookup {
  private static final int PAGE = 500;

  private final String workspace;
  private final EventStore store;

  EventLookup(String workspace, EventStore store) {
    this.workspace = workspace;
    this.store = store;
  }

  /** Returns those that are still stored and can be read, in the order they happened. */
  List<AgentEvent> of(Collection<String> ids) {
    Set<String> missing = new HashSet<>(ids);
    List<AgentEvent> found = new ArrayList<>();
    List<EventRow> page = store.read(workspace, 0, PAGE);
    while (!page.isEmpty() && !missing.isEmpty()) {
      for (EventRow row : page) {
        if (missing.remove(row.id())) {
          add(row, found);
        }
      }
      page = store.read(workspace, page.get(page.size() - 1).position(), PAGE);
    }
    return List.copyOf(found);
  }

  private static void add(EventRow row, List<AgentEvent> found) {
    try {
      found.add(EventCodec.decode(row).event());
    } catch (IllegalArgumentException e) {
      // Of a version that wrote it otherwise: one less to show.
    }
  }
}
