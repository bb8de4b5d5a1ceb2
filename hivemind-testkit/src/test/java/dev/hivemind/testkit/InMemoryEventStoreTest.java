package dev.hivemind.testkit;

import dev.hivemind.spi.EventStore;

class InMemoryEventStoreTest extends DurableEventStoreContract {
  private InMemoryEventStore last = new InMemoryEventStore();

  @Override
  protected EventStore open() {
    last = last.reopen();
    return last;
  }
}
