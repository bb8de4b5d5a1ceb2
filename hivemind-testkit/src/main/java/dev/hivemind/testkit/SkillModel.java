package dev.hivemind.testkit;

import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Replays operations on a store in workspaces of its own, and shows what a follower of its changes
 * ends up with, so that two stores with different versions and different omissions look the same.
 */
final class SkillModel implements ModelTest.Replay<SkillOperation> {
  private static final int PAGE = 20;

  private final SkillStore store;
  private final String prefix;

  private SkillModel(SkillStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  static ModelTest<SkillOperation> against(SkillStore subject) {
    AtomicInteger runs = new AtomicInteger();
    return new ModelTest<>(
        SkillOperation::random,
        () -> new SkillModel(subject, "run " + runs.incrementAndGet() + " "),
        () -> new SkillModel(new InMemorySkillStore(), ""));
  }

  @Override
  public String run(SkillOperation operation) {
    String result = result(operation);
    String seen =
        IntStream.range(0, SkillOperation.WORKSPACES)
            .mapToObj(number -> seen(prefix + "w" + number))
            .collect(Collectors.joining(" | "));
    long workspaces = store.workspaces().stream().filter(name -> name.startsWith(prefix)).count();
    return result + ": " + seen + ", workspaces " + workspaces;
  }

  private String result(SkillOperation operation) {
    if (operation instanceof SkillOperation.Append append) {
      return append(append);
    }
    if (operation instanceof SkillOperation.Erase erase) {
      store.erase(
          prefix + "w" + erase.workspace(), erase.ids().stream().map(id -> "s" + id).toList());
    }
    return "done";
  }

  private String append(SkillOperation.Append append) {
    String workspace = prefix + "w" + append.workspace();
    String id = "s" + append.id();
    SkillRow last = replica(workspace).get(id);
    int next = (last == null ? 0 : last.revision()) + 1 + append.off();
    try {
      String scope = "scope " + append.document();
      store.append(new SkillRow(workspace, scope, id, Math.max(1, next), "d" + append.document()));
      return "saved";
    } catch (StaleRevisionException e) {
      return "stale";
    }
  }

  private String seen(String workspace) {
    return replica(workspace).values().stream()
            .map(SkillModel::show)
            .collect(Collectors.joining(" "))
        + IntStream.range(0, SkillOperation.IDS)
            .mapToObj(id -> revisions(workspace, "s" + id))
            .collect(Collectors.joining());
  }

  private Map<String, SkillRow> replica(String workspace) {
    Map<String, SkillRow> newest = new TreeMap<>();
    for (Change change : Pages.changes(store, workspace, PAGE)) {
      newest.put(change.row().id(), change.row());
    }
    return newest;
  }

  private String revisions(String workspace, String id) {
    String history =
        store.history(workspace, id).stream()
            .map(SkillModel::show)
            .collect(Collectors.joining(" "));
    return "; "
        + history
        + " newest "
        + store.newest(workspace, id).map(SkillModel::show).orElse("none");
  }

  private static String show(SkillRow row) {
    return row.id() + "." + row.revision() + row.scope() + "=" + row.document();
  }
}
