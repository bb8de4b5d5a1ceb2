package dev.hivemind.examples.transcripts;

import dev.hivemind.AgentEvent;
import java.time.Instant;

/**
 * Something that happened, and when.
 *
 * @param event what
 * @param at when
 */
public record Moment(AgentEvent event, Instant at) {}
