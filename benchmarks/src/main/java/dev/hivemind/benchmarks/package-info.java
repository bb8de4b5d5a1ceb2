/**
 * Runners that measure how good and how fast Hivemind is, on folders of data that are not part of
 * the project.
 */
@NullMarked
package dev.hivemind.benchmarks;

import org.jspecify.annotations.NullMarked;
