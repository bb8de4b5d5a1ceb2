package dev.hivemind.langchain4j;

import dev.hivemind.testkit.AdapterContract;
import dev.hivemind.testkit.AgentHost;
import dev.hivemind.testkit.HostSetup;

/** The adapter keeps the contract of adapters. */
class LangChain4jAdapterTest extends AdapterContract {
  @Override
  protected AgentHost start(HostSetup setup) {
    return new LangChain4jHost(setup);
  }
}
