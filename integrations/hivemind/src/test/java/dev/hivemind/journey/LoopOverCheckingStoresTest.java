package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.HivemindBuilder;
import dev.hivemind.store.h2.H2Storage;
import dev.hivemind.testkit.CheckingStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The same journeys, over stores that check how the engine treats them. */
class LoopOverCheckingStoresTest extends LoopTest {
  private final List<CheckingStorage> opened = new ArrayList<>();

  @Override
  HivemindBuilder builder() {
    return super.builder()
        .storage(
            directory -> {
              CheckingStorage storage = new CheckingStorage(new H2Storage().open(directory));
              opened.add(storage);
              return storage;
            });
  }

  @AfterEach
  void nobodyComplained() {
    assertThat(opened).isNotEmpty().allMatch(storage -> storage.complaints().isEmpty());
  }
}
