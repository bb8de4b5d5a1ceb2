/** Spring AI and Spring Boot with Hivemind: an application that is corrected once. */
@NullMarked
package dev.hivemind.examples.springai;

import org.jspecify.annotations.NullMarked;
