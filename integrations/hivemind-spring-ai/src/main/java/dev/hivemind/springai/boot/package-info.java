/**
 * Hivemind in Spring Boot: beans, properties and an actuator endpoint, each of which steps back for
 * one of the host's own.
 */
@NullMarked
package dev.hivemind.springai.boot;

import org.jspecify.annotations.NullMarked;
