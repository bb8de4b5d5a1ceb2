package dev.hivemind.store.h2;

class RelaxedEventStoreTest extends H2EventStoreContract {
  RelaxedEventStoreTest() {
    super(Durability.RELAXED);
  }
}
