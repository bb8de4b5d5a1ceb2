package dev.hivemind.store.h2;

class RelaxedSkillStoreTest extends H2SkillStoreContract {
  RelaxedSkillStoreTest() {
    super(Durability.RELAXED);
  }
}
