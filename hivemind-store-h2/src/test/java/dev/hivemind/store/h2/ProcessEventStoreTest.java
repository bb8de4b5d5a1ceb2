package dev.hivemind.store.h2;

class ProcessEventStoreTest extends H2EventStoreContract {
  ProcessEventStoreTest() {
    super(Durability.PROCESS);
  }
}
