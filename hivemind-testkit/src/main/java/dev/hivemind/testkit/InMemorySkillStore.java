package dev.hivemind.testkit;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A skill store on the heap: nothing survives the process, everything else of the contract holds.
 * Calls after {@link #close} throw {@link IllegalStateException}. Thread-safe; every method runs
 * alone.
 */
public final class InMemorySkillStore implements SkillStore {
  private final Guarded<SkillTables> tables;
  private volatile boolean closed;

  /** Creates an empty store. */
  public InMemorySkillStore() {
    this(new Guarded<>(new SkillTables()));
  }

  private InMemorySkillStore(Guarded<SkillTables> tables) {
    this.tables = tables;
  }

  /** Closes this store and returns a new one with the same rows, as a restart does. */
  public InMemorySkillStore reopen() {
    close();
    return new InMemorySkillStore(tables);
  }

  @Override
  public long append(SkillRow row) {
    Objects.requireNonNull(row, "row");
    return run(all -> all.append(row));
  }

  @Override
  public Optional<SkillRow> newest(String workspace, String id) {
    return run(all -> all.newest(workspace, id));
  }

  @Override
  public List<SkillRow> history(String workspace, String id) {
    return run(all -> all.history(workspace, id));
  }

  @Override
  public List<Change> changes(String workspace, long after, int limit) {
    return run(all -> all.changes(workspace, after, limit));
  }

  @Override
  public Set<String> workspaces() {
    return run(SkillTables::workspaces);
  }

  @Override
  public void erase(String workspace, Collection<String> ids) {
    List<String> copy = List.copyOf(ids);
    run(
        all -> {
          all.erase(workspace, copy);
          return true;
        });
  }

  @Override
  public void close() {
    closed = true;
  }

  private <R> R run(Function<SkillTables, R> use) {
    if (closed) {
      throw new IllegalStateException("the skill store is closed");
    }
    return tables.with(use);
  }
}
