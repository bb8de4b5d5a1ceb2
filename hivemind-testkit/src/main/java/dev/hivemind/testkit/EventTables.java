package dev.hivemind.testkit;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Events and checkpoints by workspace. Not thread-safe. */
final class EventTables {
  private final Map<String, Partition> partitions = new HashMap<>();

  private static final class Partition {
    private long last;
    private final Set<String> ids = new HashSet<>();
    private final TreeMap<Long, EventRow> rows = new TreeMap<>();
    private final Map<String, Checkpoint> checkpoints = new HashMap<>();

    private void add(EventRow row) {
      if (ids.add(row.id())) {
        last++;
        Instant at = row.at().truncatedTo(ChronoUnit.MILLIS);
        rows.put(
            last, new EventRow(row.workspace(), last, row.id(), row.kind(), at, row.document()));
      }
    }

    private void remove(Collection<EventRow> gone) {
      for (EventRow row : gone) {
        rows.remove(row.position());
        ids.remove(row.id());
      }
    }
  }

  private Partition partition(String workspace) {
    return partitions.computeIfAbsent(workspace, name -> new Partition());
  }

  void append(List<EventRow> group) {
    group.forEach(row -> partition(row.workspace()).add(row));
  }

  List<EventRow> read(String workspace, long after, int limit) {
    return partition(workspace).rows.tailMap(after, false).values().stream().limit(limit).toList();
  }

  Set<String> workspaces() {
    return partitions.entrySet().stream()
        .filter(one -> !one.getValue().rows.isEmpty() || !one.getValue().checkpoints.isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  Checkpoint checkpoint(String workspace, String consumer) {
    return partition(workspace)
        .checkpoints
        .getOrDefault(consumer, Checkpoint.start(workspace, consumer));
  }

  boolean advance(Checkpoint from, Checkpoint to) {
    boolean current = checkpoint(from.workspace(), from.consumer()).equals(from);
    if (current) {
      partition(to.workspace()).checkpoints.put(to.consumer(), to);
    }
    return current;
  }

  void erase(String workspace, Collection<String> ids) {
    Set<String> wanted = Set.copyOf(ids);
    Partition partition = partition(workspace);
    partition.remove(
        partition.rows.values().stream().filter(row -> wanted.contains(row.id())).toList());
    partition.checkpoints.replaceAll(
        (consumer, old) -> new Checkpoint(workspace, consumer, old.position(), ""));
  }

  int retain(String workspace, Instant since) {
    Partition partition = partition(workspace);
    long passed =
        partition.checkpoints.values().stream().mapToLong(Checkpoint::position).min().orElse(0);
    List<EventRow> gone =
        partition.rows.headMap(passed, true).values().stream()
            .filter(row -> row.at().isBefore(since))
            .toList();
    partition.remove(gone);
    return gone.size();
  }
}
