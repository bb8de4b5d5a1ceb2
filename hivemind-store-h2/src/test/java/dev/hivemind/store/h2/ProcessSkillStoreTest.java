package dev.hivemind.store.h2;

class ProcessSkillStoreTest extends H2SkillStoreContract {
  ProcessSkillStoreTest() {
    super(Durability.PROCESS);
  }
}
