package dev.hivemind.testkit;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands every call on; a subclass breaks one promise. */
abstract class BrokenSkillStore implements SkillStore {
  final SkillStore sound = new InMemorySkillStore();

  @Override
  public long append(SkillRow row) {
    return sound.append(row);
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    return sound.newest(workspace, id);
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    return sound.history(workspace, id);
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    return sound.changes(workspace, after, limit);
  }

  @Override
  public Set<String> workspaces() {
    return sound.workspaces();
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    sound.erase(workspace, ids);
  }

  @Override
  public void close() {}
}
