/**
 * What stores, indexes and models implement. Everything here is made of strings and numbers: a
 * store keeps opaque rows, an engine ranks plain text, and only the library's core knows what they
 * mean. An implementation proves itself with the contract of the same name in {@code
 * hivemind-testkit}.
 *
 * <p>Errors: an implementation throws, it never returns a guess. The core counts what was thrown
 * and keeps the agent going.
 */
@NullMarked
package dev.hivemind.spi;

import org.jspecify.annotations.NullMarked;
