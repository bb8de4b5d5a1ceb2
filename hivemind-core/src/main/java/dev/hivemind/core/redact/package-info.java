/**
 * The built-in masking of secrets: {@link dev.hivemind.core.redact.SecretRedactor} looks for the
 * keywords of all rules in one pass and runs the patterns of those alone whose keyword is there.
 * The rules are in the resource {@code secrets.rules}.
 */
@NullMarked
package dev.hivemind.core.redact;

import org.jspecify.annotations.NullMarked;
