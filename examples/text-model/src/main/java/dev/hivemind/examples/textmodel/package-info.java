/** How to let a language model find the words of lessons: one method over HTTP. */
@NullMarked
package dev.hivemind.examples.textmodel;

import org.jspecify.annotations.NullMarked;
