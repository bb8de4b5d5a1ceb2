package dev.hivemind.core.event;

import dev.hivemind.AgentEvent;
import java.time.Instant;

/**
 * An event as it was read from the store.
 *
 * @param position its place in the workspace's order
 * @param id its id
 * @param at when it happened
 * @param event what happened; secrets are masked
 */
public record StoredEvent(long position, String id, Instant at, AgentEvent event) {}
