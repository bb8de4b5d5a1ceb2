/** Contracts, in-memory stores, a clock and scenarios for tests. */
@NullMarked
package dev.hivemind.testkit;

import org.jspecify.annotations.NullMarked;
