package dev.hivemind.store.h2;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The skills of a home. Thread-safe. */
final class H2SkillStore implements SkillStore {
  private final Home home;
  private volatile boolean closed;

  H2SkillStore(Home home) {
    this.home = home;
  }

  @Override
  public long append(SkillRow row) {
    open();
    return home.write(storage -> storage.skills().append(row));
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    return read(skills -> skills.newest(workspace, id));
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    return read(skills -> skills.history(workspace, id));
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    return read(skills -> skills.changes(workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    return read(SkillStore::workspaces);
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    open();
    List<String> copy = List.copyOf(ids);
    if (!copy.isEmpty()) {
      home.erase(storage -> storage.skills().erase(workspace, copy));
    }
  }

  private <T> T read(Function<SkillStore, T> use) {
    open();
    return home.read(storage -> use.apply(storage.skills()));
  }

  private void open() {
    if (closed) {
      throw new IllegalStateException("the skill store is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
