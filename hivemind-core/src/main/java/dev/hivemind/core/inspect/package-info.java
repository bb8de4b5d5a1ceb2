/**
 * Looks at words before a model may see them: for what people cannot see, for orders to a model
 * rather than lessons for an agent, and for commands that fetch and run something. Advisory: what
 * is found holds a lesson back until a person has looked at it.
 */
@NullMarked
package dev.hivemind.core.inspect;

import org.jspecify.annotations.NullMarked;
