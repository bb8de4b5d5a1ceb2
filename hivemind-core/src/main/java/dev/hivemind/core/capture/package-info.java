/**
 * The way of an event from the agent's thread to the store: a bounded queue that never waits, and
 * one writer thread that masks and commits in groups.
 */
@NullMarked
package dev.hivemind.core.capture;

import org.jspecify.annotations.NullMarked;
