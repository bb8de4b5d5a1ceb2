/** A recall engine over Lucene. */
@NullMarked
package dev.hivemind.store.lucene;

import org.jspecify.annotations.NullMarked;
