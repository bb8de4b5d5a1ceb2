/**
 * What every other room needs to know about text: JSON trees, words, slots for literals, and the
 * fence around our own words.
 */
@NullMarked
package dev.hivemind.core.text;

import org.jspecify.annotations.NullMarked;
