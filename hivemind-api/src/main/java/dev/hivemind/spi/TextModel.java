package dev.hivemind.spi;

/**
 * A language model of the host's: a prompt in, text out. Must be thread-safe; may block and may
 * throw. Never called in an agent's loop.
 */
@FunctionalInterface
public interface TextModel {
  /** Returns the model's answer. */
  String complete(String prompt);
}
