package dev.hivemind.core.recall;

import dev.hivemind.core.library.LibrarySnapshot;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The shelf of each workspace in use. Thread-safe. */
public final class Shelves {
  private final Shelf empty = Shelf.empty(Background.statistics());
  private final ConcurrentMap<String, Shelf> byWorkspace = new ConcurrentHashMap<>();

  /** Creates without any. */
  public Shelves() {}

  Shelf of(String workspace, LibrarySnapshot snapshot) {
    Shelf known = byWorkspace.getOrDefault(workspace, empty);
    if (known.holds(snapshot)) {
      return known;
    }
    // An older snapshot, seen by a recall that overlaps a change, is profiled for itself alone.
    return byWorkspace.compute(
        workspace,
        (name, old) -> {
          Shelf from = old == null ? empty : old;
          return from.holds(snapshot) ? from : from.after(snapshot);
        });
  }
}
