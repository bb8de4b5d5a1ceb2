/** How to keep skills where you like: one class that implements seven methods, and its proof. */
@NullMarked
package dev.hivemind.examples.customstore;

import org.jspecify.annotations.NullMarked;
