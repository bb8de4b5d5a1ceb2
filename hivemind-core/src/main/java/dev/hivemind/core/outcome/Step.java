package dev.hivemind.core.outcome;

import dev.hivemind.Evidence;
import dev.hivemind.core.event.StoredEvent;
import java.util.List;

/**
 * An event, and what mining it has told.
 *
 * @param event what happened
 * @param told evidence that became known by it, or of which more became known
 */
public record Step(StoredEvent event, List<Evidence> told) {}
