/**
 * The embedded default stores: one H2 file, its pool, and what makes a write durable before it is
 * acknowledged. {@link dev.hivemind.store.h2.H2Storage} is found by itself; {@link
 * dev.hivemind.store.h2.Durability} says what a crash may cost. Callers never touch the database: a
 * few threads of the storage's own do, so an interrupt cannot close it.
 */
@NullMarked
package dev.hivemind.store.h2;

import org.jspecify.annotations.NullMarked;
