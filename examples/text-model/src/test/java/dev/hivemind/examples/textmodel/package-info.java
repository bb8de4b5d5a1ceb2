@NullMarked
package dev.hivemind.examples.textmodel;

import org.jspecify.annotations.NullMarked;
