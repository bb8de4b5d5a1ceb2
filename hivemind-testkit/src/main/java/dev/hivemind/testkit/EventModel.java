package dev.hivemind.testkit;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Replays operations on a store in workspaces of its own, and shows positions by rank, so that two
 * stores with different gaps look the same.
 */
final class EventModel implements ModelTest.Replay<EventOperation> {
  private static final int PAGE = 20;

  private final EventStore store;
  private final String prefix;
  private final Map<String, SortedSet<Long>> positions = new HashMap<>();

  private EventModel(EventStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  static ModelTest<EventOperation> against(EventStore subject) {
    AtomicInteger runs = new AtomicInteger();
    return new ModelTest<>(
        EventOperation::random,
        () -> new EventModel(subject, "run " + runs.incrementAndGet() + " "),
        () -> new EventModel(new InMemoryEventStore(), ""));
  }

  @Override
  public String run(EventOperation operation) {
    String result = result(operation);
    String seen =
        IntStream.range(0, EventOperation.WORKSPACES)
            .mapToObj(number -> seen(workspace(number)))
            .collect(Collectors.joining(" | "));
    long workspaces = store.workspaces().stream().filter(name -> name.startsWith(prefix)).count();
    return result + ": " + seen + ", workspaces " + workspaces;
  }

  private String result(EventOperation operation) {
    if (operation instanceof EventOperation.Append append) {
      store.append(append.rows().stream().map(this::row).toList());
    } else if (operation instanceof EventOperation.Advance advance) {
      return String.valueOf(advance(advance));
    } else if (operation instanceof EventOperation.Erase erase) {
      store.erase(workspace(erase.workspace()), erase.ids().stream().map(id -> "e" + id).toList());
    } else if (operation instanceof EventOperation.Retain retain) {
      Instant since = Instant.ofEpochMilli(retain.millis());
      return String.valueOf(store.retain(workspace(retain.workspace()), since));
    }
    return "done";
  }

  private EventRow row(EventOperation.Row row) {
    return new EventRow(
        workspace(row.workspace()),
        0,
        "e" + row.id(),
        "kind",
        Instant.ofEpochMilli(row.millis()),
        "d" + row.document());
  }

  private boolean advance(EventOperation.Advance to) {
    String workspace = workspace(to.workspace());
    Checkpoint now = store.checkpoint(workspace, "c" + to.consumer());
    Checkpoint from =
        switch (to.from()) {
          case STORED -> now;
          case OTHER_POSITION -> at(now, now.position() + 1, now.state());
          case OTHER_STATE -> at(now, now.position(), now.state() + "x");
        };
    return store.advance(from, at(now, position(workspace, to.rank()), to.state()));
  }

  private static Checkpoint at(Checkpoint keys, long position, String state) {
    return new Checkpoint(keys.workspace(), keys.consumer(), position, state);
  }

  private String seen(String workspace) {
    StringBuilder seen = new StringBuilder();
    for (EventRow row : Pages.events(store, workspace, PAGE)) {
      known(workspace).add(row.position());
      seen.append(show(row));
    }
    for (int consumer = 0; consumer < EventOperation.CONSUMERS; consumer++) {
      Checkpoint one = store.checkpoint(workspace, "c" + consumer);
      seen.append(rank(workspace, one.position())).append(one.state()).append(' ');
    }
    return seen.toString();
  }

  private String show(EventRow row) {
    long at = row.at().toEpochMilli();
    return rank(row.workspace(), row.position()) + row.id() + "@" + at + row.document() + " ";
  }

  private SortedSet<Long> known(String workspace) {
    return positions.computeIfAbsent(workspace, name -> new TreeSet<>());
  }

  private int rank(String workspace, long position) {
    return known(workspace).headSet(position + 1).size();
  }

  private long position(String workspace, int rank) {
    return known(workspace).stream().limit(rank).reduce(0L, (before, last) -> last);
  }

  private String workspace(int number) {
    return prefix + "w" + number;
  }
}
