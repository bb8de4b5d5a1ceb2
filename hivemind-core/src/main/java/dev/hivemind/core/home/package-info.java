/** The home directory: who holds it, and that only its owner can read it. */
@NullMarked
package dev.hivemind.core.home;

import org.jspecify.annotations.NullMarked;
