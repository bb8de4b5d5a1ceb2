package dev.hivemind;

/**
 * Makes builders: how the facade finds the engine. Implemented by {@code hivemind-core}, declared
 * in its {@code module-info} and in {@code META-INF/services}. Must be thread-safe.
 */
public interface HivemindProvider {
  /** Returns a new builder with every default set. */
  HivemindBuilder builder();
}
