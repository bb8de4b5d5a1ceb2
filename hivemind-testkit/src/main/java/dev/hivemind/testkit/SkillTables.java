package dev.hivemind.testkit;

import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every change of every workspace. Not thread-safe. */
final class SkillTables {
  private final Map<String, Partition> partitions = new HashMap<>();

  private static final class Partition {
    private long last;
    private final TreeMap<Long, SkillRow> changes = new TreeMap<>();
    private final Map<String, SkillRow> newest = new HashMap<>();

    private long add(SkillRow row) {
      last++;
      changes.put(last, row);
      newest.put(row.id(), row);
      return last;
    }
  }

  long append(SkillRow row) {
    SkillRow newest = partition(row.workspace()).newest.get(row.id());
    int revision = newest == null ? 0 : newest.revision();
    if (row.revision() != revision + 1) {
      throw new StaleRevisionException(row.id(), row.revision(), revision);
    }
    return partitions.computeIfAbsent(row.workspace(), name -> new Partition()).add(row);
  }

  Optional<SkillRow> newest(String workspace, String id) {
    return Optional.ofNullable(partition(workspace).newest.get(id)).filter(row -> !row.erased());
  }

  List<SkillRow> history(String workspace, String id) {
    return newest(workspace, id).isEmpty()
        ? List.of()
        : partition(workspace).changes.values().stream()
            .filter(row -> row.id().equals(id) && !row.erased())
            .toList();
  }

  List<Change> changes(String workspace, long after, int limit) {
    return partition(workspace).changes.tailMap(after, false).entrySet().stream()
        .limit(limit)
        .map(entry -> new Change(entry.getKey(), entry.getValue()))
        .toList();
  }

  Set<String> workspaces() {
    return Set.copyOf(partitions.keySet());
  }

  void erase(String workspace, Collection<String> ids) {
    Partition partition = partition(workspace);
    for (String id : ids) {
      newest(workspace, id)
          .ifPresent(
              row -> {
                partition.changes.values().removeIf(one -> one.id().equals(id));
                partition.add(new SkillRow(workspace, row.scope(), id, row.revision() + 1, ""));
              });
    }
  }

  private Partition partition(String workspace) {
    return partitions.getOrDefault(workspace, new Partition());
  }
}
