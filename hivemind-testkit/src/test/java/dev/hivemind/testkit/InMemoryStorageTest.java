package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.event;
import static dev.hivemind.testkit.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryStorageTest {
  private final InMemoryStorage storage = new InMemoryStorage();

  @Test
  void storage_reopened() {
    storage.events().append(List.of(event("w", "e")));
    storage.skills().append(skill("w", "s", 1));
    InMemoryStorage again = storage.reopen();
    assertThat(again.events().read("w", 0, 9)).hasSize(1);
    assertThat(again.skills().newest("w", "s")).isPresent();
    assertThatIllegalStateException().isThrownBy(() -> storage.events().workspaces());
  }

  @Test
  void storage_closed() {
    storage.close();
    storage.close();
    assertThatIllegalStateException().isThrownBy(() -> storage.events().workspaces());
    assertThatIllegalStateException().isThrownBy(() -> storage.skills().workspaces());
  }

  @Test
  void storage_handsOutTheSameStores() {
    assertThat(storage.events()).isSameAs(storage.events());
    assertThat(storage.skills()).isSameAs(storage.skills());
    assertThat(storage.description()).contains("memory");
  }
}
