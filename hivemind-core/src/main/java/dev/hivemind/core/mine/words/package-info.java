/**
 * What the words of one turn say about the act before it: a few families of cues in seven
 * languages, each with the weight it carries as evidence. Entry: {@code Phrasing}.
 */
@NullMarked
package dev.hivemind.core.mine.words;

import org.jspecify.annotations.NullMarked;
