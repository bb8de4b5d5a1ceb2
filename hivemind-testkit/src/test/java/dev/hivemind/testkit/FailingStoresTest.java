package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.event;
import static dev.hivemind.testkit.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailingStoresTest {
  private final EventStore below = new InMemoryEventStore();

  @Test
  void call_failsBeforeItsEffect() {
    EventStore store = new FailingEventStore(below, Failures.atCall(2, Failures.Side.BEFORE));
    store.append(List.of(event("w", "a")));
    assertThatThrownBy(() -> store.append(List.of(event("w", "b"))))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("call 2");
    assertThat(store.read("w", 0, 9)).hasSize(1);
  }

  @Test
  void call_failsAfterItsEffect() {
    SkillStore skills = new InMemorySkillStore();
    SkillStore store = new FailingSkillStore(skills, Failures.atCall(1, Failures.Side.AFTER));
    assertThatThrownBy(() -> store.append(skill("w", "s", 1)))
        .isInstanceOf(HivemindException.class);
    assertThat(store.newest("w", "s")).isPresent();
  }

  @Test
  void calls_failByProbability_andReplay() {
    Failures failures = Failures.random(42, .25);
    List<Boolean> first = outcomes(failures);
    assertThat(failures.calls()).isEqualTo(1000);
    assertThat(failures.failed()).isBetween(200, 300);
    assertThat(outcomes(Failures.random(42, .25))).isEqualTo(first);
  }

  @Test
  void failures_stop() {
    Failures failures = Failures.random(42, 1);
    assertThat(outcomes(failures)).doesNotContain(true);
    failures.stop();
    assertThat(outcomes(failures)).doesNotContain(false);
  }

  @Test
  void settings_bad() {
    assertThatIllegalArgumentException().isThrownBy(() -> Failures.random(1, 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> Failures.random(1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Failures.atCall(0, Failures.Side.BEFORE));
  }

  private List<Boolean> outcomes(Failures failures) {
    EventStore store = new FailingEventStore(below, failures);
    List<Boolean> passed = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      try {
        store.workspaces();
        passed.add(true);
      } catch (HivemindException e) {
        passed.add(false);
      }
    }
    return passed;
  }
}
