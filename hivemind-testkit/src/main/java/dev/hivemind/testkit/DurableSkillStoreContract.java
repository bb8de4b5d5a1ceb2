package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillStore;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a {@link SkillStore} must do that outlives its process: {@link #open} finds what the closed
 * one held. What a kill or a power failure may cost is for the store's own tests: this contract
 * cannot pull a plug.
 */
@SuppressWarnings("ClassCanBeStatic") // the nested group reaches the store of this test
public abstract class DurableSkillStoreContract extends SkillStoreContract {
  /** For subclasses. */
  protected DurableSkillStoreContract() {}

  @Nested
  @DisplayName("closed and opened again")
  class Reopened {
    @Test
    @DisplayName("it holds every revision, and every change at its version")
    void revisions_survive() {
      SkillStore store = reopened();
      store.append(skill("w", "s", 1));
      store.append(skill("w", "s", 2, "é".repeat(500_000)));
      store.append(skill("v", "s", 1));
      List<Change> before = store.changes("w", 0, 9);
      store = reopened();
      assertThat(store.history("w", "s"))
          .containsExactly(skill("w", "s", 1), skill("w", "s", 2, "é".repeat(500_000)));
      assertThat(store.changes("w", 0, 9)).isEqualTo(before).isNotEmpty();
      assertThat(store.workspaces()).containsExactlyInAnyOrder("v", "w");
    }

    @Test
    @DisplayName("it still refuses a stale revision, and versions go on")
    void numbers_goOn() {
      long last = reopened().append(skill("w", "s", 1));
      SkillStore store = reopened();
      assertThatThrownBy(() -> store.append(skill("w", "s", 1)))
          .isInstanceOf(StaleRevisionException.class);
      assertThat(store.append(skill("w", "s", 2))).isGreaterThan(last);
    }

    @Test
    @DisplayName("it has forgotten what was erased, but not its number")
    void erased_staysErased() {
      SkillStore before = reopened();
      before.append(skill("w", "s", 1));
      before.erase("w", List.of("s"));
      long erased = before.changes("w", 0, 9).get(0).version();
      SkillStore store = reopened();
      assertThat(store.newest("w", "s")).isEmpty();
      assertThat(store.changes("w", 0, 9))
          .containsExactly(new Change(erased, skill("w", "s", 2, "")));
      assertThat(store.append(skill("w", "s", 3))).isGreaterThan(erased);
    }
  }
}
