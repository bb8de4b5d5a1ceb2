/** Google ADK with Hivemind: a plugin in one file, and an agent that is corrected once. */
@NullMarked
package dev.hivemind.examples.googleadk;

import org.jspecify.annotations.NullMarked;
