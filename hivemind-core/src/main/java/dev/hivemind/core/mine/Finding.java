package dev.hivemind.core.mine;

import dev.hivemind.Evidence.Kind;
import dev.hivemind.Evidence.Signal;
import dev.hivemind.core.event.StoredEvent;
import java.util.List;

/**
 * What one detector says: this event pushes back against (or confirms) that act.
 *
 * @param kind what sort of incident this is, as far as this detector can tell
 * @param act the act before
 * @param pushBack the event that says so
 * @param wanted the person's words, cleaned, or empty
 * @param replacement arguments or text wanted in place of the act's, or empty
 * @param signals why
 */
record Finding(
    Kind kind,
    Act act,
    StoredEvent pushBack,
    String wanted,
    String replacement,
    List<Signal> signals) {}
