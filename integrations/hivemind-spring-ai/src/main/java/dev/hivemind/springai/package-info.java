/**
 * Hivemind in Spring AI: two advisors, which {@link dev.hivemind.springai.HivemindSpringAi} makes.
 */
@NullMarked
package dev.hivemind.springai;

import org.jspecify.annotations.NullMarked;
