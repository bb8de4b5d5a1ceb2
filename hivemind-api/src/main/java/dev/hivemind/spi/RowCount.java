package dev.hivemind.spi;

/**
 * How much a copy of a storage holds. Immutable.
 *
 * @param events rows of the event store
 * @param revisions rows of the skill store that were not erased
 */
public record RowCount(long events, long revisions) {}
