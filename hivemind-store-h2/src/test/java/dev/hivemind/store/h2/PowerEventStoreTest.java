package dev.hivemind.store.h2;

class PowerEventStoreTest extends H2EventStoreContract {
  PowerEventStoreTest() {
    super(Durability.POWER);
  }
}
