package dev.hivemind.examples.googleadk;

import dev.hivemind.testkit.AdapterContract;
import dev.hivemind.testkit.AgentHost;
import dev.hivemind.testkit.HostSetup;

/** The plugin keeps the contract of adapters. */
class AdkAdapterTest extends AdapterContract {
  @Override
  protected AgentHost start(HostSetup setup) {
    return new AdkHost(setup);
  }
}
