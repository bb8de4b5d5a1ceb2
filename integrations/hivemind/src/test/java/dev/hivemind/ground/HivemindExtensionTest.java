package dev.hivemind.ground;

import static dev.hivemind.testkit.HivemindAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Recall;
import dev.hivemind.Scope;
import dev.hivemind.testkit.HivemindExtension;
import dev.hivemind.testkit.Scenario;
import dev.hivemind.testkit.Scenarios;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The extension for users, and the canned scenarios on the real engine. */
class HivemindExtensionTest {
  private static final Scope SCOPE = Scope.of("payments-service");

  @RegisterExtension final HivemindExtension hivemind = HivemindExtension.inMemory();

  static List<Scenario> teaching() {
    return Scenarios.teaching(SCOPE);
  }

  static List<Scenario> silent() {
    return Scenarios.silent(SCOPE);
  }

  @ParameterizedTest
  @MethodSource("teaching")
  void scenario_thatTeaches_isAdvisedLater(Scenario scenario) {
    Recall recall = hivemind.after(scenario).recall(scenario.later());

    assertThat(recall).mentions(scenario.lesson()).isComplete();
    assertThat(scenario.teaches()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("silent")
  void scenario_thatTeachesNothing_isSilentLater(Scenario scenario) {
    assertThat(hivemind.after(scenario).recall(scenario.later())).proceeds();
  }

  @Test
  void restart_keepsWhatWasLearned() {
    Scenario scenario = Scenarios.correction(SCOPE);

    Recall recall = hivemind.after(scenario).restart().recall(scenario.later());

    assertThat(recall).holds().mentions("Settlement Window").mentionsNone("1234");
  }

  @Test
  void clock_isTheTestsOwn() {
    hivemind.clock().advance(Duration.ofDays(1));
    hivemind.after(Scenarios.correction(SCOPE));

    assertThat(hivemind.hivemind().skills(SCOPE).list().get(0).at())
        .isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
  }

  @Test
  void storage_isEmptyForEveryTest() {
    assertThat(hivemind.storage().events().workspaces()).isEmpty();
  }

  @Test
  void assertions_thatDoNotHold_showTheRecall() {
    Scenario scenario = Scenarios.correction(SCOPE);
    Recall held = hivemind.after(scenario).recall(scenario.later());
    String skill = held.skills().get(0).name();

    assertThat(held).comesFrom(skill);
    assertThatThrownBy(() -> assertThat(held).proceeds())
        .hasMessageContaining("expected advice to proceed")
        .hasMessageContaining("settlement window");
    assertThatThrownBy(() -> assertThat(held).annotates()).hasMessageContaining("annotate");
    assertThatThrownBy(() -> assertThat(Recall.none()).holds()).hasMessageContaining("Proceed");
    assertThatThrownBy(() -> assertThat(held).mentions("tomorrow"))
        .hasMessageContaining("tomorrow");
    assertThatThrownBy(() -> assertThat(held).mentionsNone("window"))
        .hasMessageContaining("window");
    assertThatThrownBy(() -> assertThat(held).comesFrom("other")).hasMessageContaining("other");
  }
}
