/**
 * From stored events to published skills: one learner thread mines each workspace from its durable
 * cursor, passes the evidence through the gate, advances the cursor, and brings the files in step.
 */
@NullMarked
package dev.hivemind.core.learn;

import org.jspecify.annotations.NullMarked;
