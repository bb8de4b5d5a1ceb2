package dev.hivemind.core;

import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindProvider;

/** How the facade finds this engine. */
public final class CoreProvider implements HivemindProvider {
  @Override
  public HivemindBuilder builder() {
    return new EngineBuilder();
  }
}
