package dev.hivemind.testkit;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A store some of whose calls fail, all but close. Thread-safe as the store below is. */
public final class FailingSkillStore implements SkillStore {
  private final SkillStore store;
  private final Failures failures;

  /** Wraps a store, which is closed with this one. */
  public FailingSkillStore(SkillStore store, Failures failures) {
    this.store = Objects.requireNonNull(store, "store");
    this.failures = Objects.requireNonNull(failures, "failures");
  }

  @Override
  public long append(SkillRow row) {
    return failures.around(() -> store.append(row));
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    return failures.around(() -> store.newest(workspace, id));
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    return failures.around(() -> store.history(workspace, id));
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    return failures.around(() -> store.changes(workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    return failures.around(store::workspaces);
  }

  @Override
  public Watch watch(Consumer<String> listener) {
    return failures.around(() -> store.watch(listener));
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    failures.around(() -> store.erase(workspace, ids));
  }

  @Override
  public void close() {
    store.close();
  }
}
