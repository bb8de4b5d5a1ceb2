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

/**
 * Checks its caller and hands every call on. Throws {@link AssertionError} for a row without
 * document, id, scope or workspace, a revision that nobody can have read (more than one above the
 * newest), a limit below 1, a negative version, and any use after close but another close.
 * Thread-safe as the store below is.
 */
public final class CheckingSkillStore implements SkillStore {
  private final SkillStore store;
  private final Caller caller = new Caller("skill store");

  /** Wraps a store, which is closed with this one. */
  public CheckingSkillStore(SkillStore store) {
    this.store = Objects.requireNonNull(store, "store");
  }

  @Override
  public long append(SkillRow row) {
    caller.must(!row.erased(), "saves a row without a document: only erasing leaves one");
    caller.must(!row.workspace().isEmpty(), "saves to a workspace without a name");
    caller.must(!row.scope().isEmpty(), "saves a row without a scope");
    caller.must(!row.id().isEmpty(), "saves a row without an id");
    store
        .newest(row.workspace(), row.id())
        .ifPresent(
            newest ->
                caller.must(
                    row.revision() <= newest.revision() + 1,
                    "saves revision " + row.revision() + " after " + newest.revision()));
    return store.append(row);
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    caller.isOpen();
    return store.newest(workspace, id);
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    caller.isOpen();
    return store.history(workspace, id);
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    caller.must(limit > 0, "asks for changes with the limit " + limit);
    caller.must(after >= 0, "asks for changes after the version " + after);
    return store.changes(workspace, after, limit);
  }

  @Override
  public Set<String> workspaces() {
    caller.isOpen();
    return store.workspaces();
  }

  @Override
  public Watch watch(Consumer<String> listener) {
    caller.isOpen();
    return store.watch(listener);
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    caller.isOpen();
    store.erase(workspace, ids);
  }

  /** Returns what the caller did wrong so far, kept in case the error was swallowed. */
  public List<String> complaints() {
    return caller.complaints();
  }

  @Override
  public void close() {
    caller.closes();
    store.close();
  }
}
