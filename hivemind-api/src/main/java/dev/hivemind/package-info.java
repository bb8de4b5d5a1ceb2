/**
 * The facade and its vocabulary. {@link dev.hivemind.Hivemind} records what an agent did, mines the
 * corrections out of it and recalls the lesson before the agent acts in the same situation again.
 * All values are immutable; text that is absent is the empty string, never {@code null}. This
 * package knows {@link dev.hivemind.spi}, never the other way round.
 */
@NullMarked
package dev.hivemind;

import org.jspecify.annotations.NullMarked;
