/** The engine behind {@code dev.hivemind}. */
@NullMarked
package dev.hivemind.core;

import org.jspecify.annotations.NullMarked;
