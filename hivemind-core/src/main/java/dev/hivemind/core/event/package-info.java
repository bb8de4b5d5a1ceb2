/**
 * Events as rows: what a store keeps, what the miner reads, and how an event is cut and masked on
 * the way.
 */
@NullMarked
package dev.hivemind.core.event;

import org.jspecify.annotations.NullMarked;
