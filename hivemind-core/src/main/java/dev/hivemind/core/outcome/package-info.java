/**
 * What came of recalls: the event log folded, event by event, into a track record for each skill
 * and into the weeks' counts of mistakes made again; and what follows from a record. A fold's whole
 * memory is one document, which the learner keeps beside its position in the events.
 */
@NullMarked
package dev.hivemind.core.outcome;

import org.jspecify.annotations.NullMarked;
