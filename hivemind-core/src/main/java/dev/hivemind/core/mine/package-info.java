/**
 * Finds evidence in the stream of stored events: each session's latest events stand in a {@code
 * Window}; small {@code Detector}s look at every new event for a push-back against an act; an
 * {@code Incident} gathers what they say about one act and what the agent did next. Structure
 * weighs more than words. Entry: {@code Miner}.
 */
@NullMarked
package dev.hivemind.core.mine;

import org.jspecify.annotations.NullMarked;
