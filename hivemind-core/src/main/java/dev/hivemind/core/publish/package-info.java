/**
 * Roots: directories of SKILL.md files kept in step with the library, where people win. A manifest
 * per root, kept outside of it, remembers what was written; a {@code Review} compares it with what
 * is there and says what people did; a {@code Publication} then writes and removes what the review
 * found untouched, and nothing else.
 */
@NullMarked
package dev.hivemind.core.publish;

import org.jspecify.annotations.NullMarked;
