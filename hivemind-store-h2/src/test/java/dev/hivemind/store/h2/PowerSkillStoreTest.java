package dev.hivemind.store.h2;

class PowerSkillStoreTest extends H2SkillStoreContract {
  PowerSkillStoreTest() {
    super(Durability.POWER);
  }
}
