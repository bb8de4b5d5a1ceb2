package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.HivemindException;
import dev.hivemind.Skill;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.testkit.FailingSkillStore;
import dev.hivemind.testkit.Failures;
import dev.hivemind.testkit.InMemorySkillStore;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails on either side of its effect: passed again, evidence has its effect once. */
class GateBehindFailuresTest {
  private static final List<Evidence> EVIDENCE =
      List.of(
          Told.of(Kind.CORRECTION, "a", .99).wanting("Ask the till before you pay.").evidence(),
          Told.of(Kind.CORRECTION, "b", .99)
              .at("shop/mail")
              .wanting("Use the newsletter for lists.")
              .evidence(),
          Told.of(Kind.CORRECTION, "c", .99)
              .in("another")
              .wanting("Ask the till before you pay.")
              .evidence(),
          Told.of(Kind.REFUSAL, "d", .99).at("shop/till/x").wanting("Count it first.").evidence());

  static LongStream seeds() {
    return LongStream.range(0, 60).map(i -> Long.getLong("hivemind.seed", 20260500L) + i);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pass_triedUntilItSucceeds_endsAsWithoutFailures(long seed) {
    Learning sound = new Learning();
    EVIDENCE.forEach(one -> sound.pass(List.of(one)));
    InMemorySkillStore rows = new InMemorySkillStore();
    Failures failures = Failures.random(seed, .3);
    Learning failing = new Learning(new FailingSkillStore(rows, failures));

    EVIDENCE.forEach(one -> persist(failing, one));
    failures.stop();
    failing.library.follow();

    Map<String, Skill> expected = sound.library.snapshot().skills();
    assertThat(failing.library.snapshot().skills()).as("seed %d", seed).isEqualTo(expected);
    for (Skill skill : expected.values()) {
      assertThat(rows.history("shop", skill.id()))
          .extracting(SkillRow::revision)
          .hasSize(skill.revision())
          .endsWith(skill.revision());
      assertThat(failing.library.history(skill.id())).hasSize(skill.revision());
    }
  }

  private static void persist(Learning failing, Evidence one) {
    boolean passed = false;
    while (!passed) {
      try {
        failing.pass(List.of(one));
        passed = true;
      } catch (HivemindException e) {
        assertThat(e).hasMessageContaining("made to fail");
      }
    }
  }
}
