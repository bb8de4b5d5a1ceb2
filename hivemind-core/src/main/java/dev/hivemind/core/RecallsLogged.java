package dev.hivemind.core;

import dev.hivemind.AgentEvent.Unknown;
import dev.hivemind.Explanation;
import dev.hivemind.Scope;
import dev.hivemind.core.event.EventCodec;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.outcome.RecallRow;
import dev.hivemind.core.recall.Explanations;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.util.List;
import java.util.Optional;

/** Finds a recall in the event log, long after it was made, by reading through it. */
final class RecallsLogged {
  private static final int PAGE = 500;

  private final EventStore events;

  RecallsLogged(EventStore events) {
    this.events = events;
  }

  Optional<Explanation> find(Scope scope, String recall) {
    List<EventRow> rows = events.read(scope.workspace(), 0, PAGE);
    while (!rows.isEmpty()) {
      for (EventRow row : rows) {
        Optional<Explanation> found = explanation(row, scope, recall);
        if (found.isPresent()) {
          return found;
        }
      }
      rows = events.read(scope.workspace(), rows.get(rows.size() - 1).position(), PAGE);
    }
    return Optional.empty();
  }

  private static Optional<Explanation> explanation(EventRow row, Scope scope, String recall) {
    if (!row.kind().startsWith(RecallRow.OWN) || !row.document().contains(recall)) {
      return Optional.empty();
    }
    StoredEvent stored = EventCodec.decode(row);
    return RecallRow.of((Unknown) stored.event())
        .filter(one -> one.recall().equals(recall) && scope.contains(one.session().scope()))
        .map(one -> Explanations.logged(one, stored.at()));
  }
}
