/**
 * The skills of a workspace: revisions as rows, the newest of each in memory, and the index kept in
 * step with them.
 */
@NullMarked
package dev.hivemind.core.library;

import org.jspecify.annotations.NullMarked;
