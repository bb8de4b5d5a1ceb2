/** The shortest whole story: a wrong call, a correction, and the same call held the next time. */
@NullMarked
package dev.hivemind.examples.quickstart;

import org.jspecify.annotations.NullMarked;
