/**
 * The moment before an agent acts: candidates from the engine, judged against the context, shown
 * within a budget or not at all, and every choice explained. Touches neither disk nor store.
 */
@NullMarked
package dev.hivemind.core.recall;

import org.jspecify.annotations.NullMarked;
