package dev.hivemind.testkit;

import dev.hivemind.spi.RecallEngine;

final class InMemoryRecallEngineTest extends RecallEngineContract {
  @Override
  protected RecallEngine open() {
    return new InMemoryRecallEngine();
  }
}
