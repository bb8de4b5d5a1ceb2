package dev.hivemind.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * One event as a store sees it: keys and a document it does not look into. Immutable.
 *
 * @param workspace the partition it belongs to, never crossed
 * @param position 0 when it is appended; the store's number for it when it is read
 * @param id unique within the workspace
 * @param kind a short word
 * @param at when it happened, to the millisecond; not an order
 * @param document opaque text, at most about 1 MB
 */
public record EventRow(
    String workspace, long position, String id, String kind, Instant at, String document) {
  /** Validates. */
  public EventRow {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(document, "document");
  }
}
