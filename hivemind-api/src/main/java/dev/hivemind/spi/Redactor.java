package dev.hivemind.spi;

/**
 * Masks secrets in text, on the writer thread, before a store, a log or a model sees it. Must be
 * thread-safe, deterministic and linear in the length of the text, and must leave text that it has
 * already masked as it is. One that throws loses the text, not the secret: it is replaced by a
 * marker and counted.
 */
@FunctionalInterface
public interface Redactor {
  /** Returns the text with every secret replaced by a marker such as {@code [masked:token]}. */
  String redact(String text);
}
