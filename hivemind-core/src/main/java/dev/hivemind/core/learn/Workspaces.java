package dev.hivemind.core.learn;

import dev.hivemind.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The workspaces in use: those that are stored, and those that somebody wrote to or governs. Asking
 * makes none, because an agent may ask about any number of names. Thread-safe.
 */
public final class Workspaces {
  private final ConcurrentHashMap<String, Workspace> byName = new ConcurrentHashMap<>();
  private final AtomicBoolean missed = new AtomicBoolean();
  private final Function<String, Workspace> open;
  private final Supplier<Set<String>> stored;

  /**
   * Creates; {@code open} makes the workspace of a name without waiting for anything, {@code
   * stored} lists the names in the stores.
   */
  public Workspaces(Function<String, Workspace> open, Supplier<Set<String>> stored) {
    this.open = open;
    this.stored = stored;
  }

  /** Returns the workspace of a scope, made if it is not in use. */
  public Workspace of(Scope scope) {
    return named(scope.workspace());
  }

  /** Returns the workspace of a name, made if it is not in use. */
  Workspace named(String name) {
    Workspace known = byName.get(name);
    return known != null ? known : byName.computeIfAbsent(name, open);
  }

  /** Returns the workspace of a scope if it is in use. */
  public Optional<Workspace> known(Scope scope) {
    Optional<Workspace> known = Optional.ofNullable(byName.get(scope.workspace()));
    if (known.isEmpty()) {
      missed.set(true);
    }
    return known;
  }

  /** Takes into use what is stored. */
  public Collection<Workspace> stored() {
    return stored.get().stream().map(this::named).toList();
  }

  /** Looks into the stores if an unknown one was asked about: another process may have made it. */
  void lookAgain() {
    if (missed.getAndSet(false)) {
      stored();
    }
  }

  /** Returns those in use. */
  public Collection<Workspace> all() {
    return List.copyOf(byName.values());
  }
}
