package dev.hivemind.springai;

import dev.hivemind.testkit.AdapterContract;
import dev.hivemind.testkit.AgentHost;
import dev.hivemind.testkit.HostSetup;

/** The adapter keeps the contract of adapters. */
class SpringAiAdapterTest extends AdapterContract {
  @Override
  protected AgentHost start(HostSetup setup) {
    return new SpringAiHost(setup);
  }
}
