/** What is counted, and what went wrong and was survived. */
@NullMarked
package dev.hivemind.core.monitor;

import org.jspecify.annotations.NullMarked;
