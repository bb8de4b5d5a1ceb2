package dev.hivemind.core.redact;

/**
 * Text with its secrets masked. Immutable.
 *
 * @param text the text with a marker such as {@code [masked:jwt]} in place of each secret
 * @param places how many markers were put in; 0 if the text is as it was
 */
public record Redaction(String text, int places) {}
