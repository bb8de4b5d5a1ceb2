package dev.hivemind.testkit;

import dev.hivemind.spi.SkillStore;

class InMemorySkillStoreTest extends DurableSkillStoreContract {
  private InMemorySkillStore last = new InMemorySkillStore();

  @Override
  protected SkillStore open() {
    last = last.reopen();
    return last;
  }
}
