/** The embedded default stores: one H2 file and its pool. */
@NullMarked
package dev.hivemind.store.h2;

import org.jspecify.annotations.NullMarked;
