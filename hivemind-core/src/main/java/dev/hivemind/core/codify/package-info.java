/**
 * From evidence to skills: evidence of one lesson is grouped, a codifier finds the words, and the
 * {@code Gate} decides what is kept, merged or skipped, with which trust and state. Entries: {@code
 * Gate} and {@code RuleCodifier}.
 */
@NullMarked
package dev.hivemind.core.codify;

import org.jspecify.annotations.NullMarked;
