package dev.hivemind.store.lucene;

import dev.hivemind.spi.RecallEngineProvider;
import dev.hivemind.testkit.DurableRecallEngineContract;

final class LuceneRecallEngineTest extends DurableRecallEngineContract {
  @Override
  protected RecallEngineProvider provider() {
    return new LuceneEngineProvider();
  }
}
