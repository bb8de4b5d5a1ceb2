package dev.hivemind.core.learn;

import dev.hivemind.Scope;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The workspaces in use, each made when it is first named. Thread-safe. */
public final class Workspaces {
  private final ConcurrentHashMap<String, Workspace> byName = new ConcurrentHashMap<>();
  private final Function<String, Workspace> open;

  /** Creates; {@code open} makes the workspace of a name without waiting for anything. */
  public Workspaces(Function<String, Workspace> open) {
    this.open = open;
  }

  /** Returns the workspace of a scope. */
  public Workspace of(Scope scope) {
    return named(scope.workspace());
  }

  /** Returns the workspace of a name. */
  public Workspace named(String name) {
    Workspace known = byName.get(name);
    return known != null ? known : byName.computeIfAbsent(name, open);
  }

  /** Returns those in use. */
  public Collection<Workspace> all() {
    return List.copyOf(byName.values());
  }
}
