package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RecallEngine} must do, one test a promise. Extend it and say how an engine is
 * opened:
 *
 * <pre>{@code
 * class MyEngineTest extends RecallEngineContract {
 *   @Override
 *   protected RecallEngine open() {
 *     return new MyEngine();
 *   }
 * }
 * }</pre>
 *
 * <p>An engine that keeps its index extends {@link DurableRecallEngineContract} instead. The random
 * tests print their seed when they fail; {@code -Dhivemind.seed=} replays it.
 */
public abstract class RecallEngineContract extends RecallSearchContract {
  /** For the engine's own test class. */
  protected RecallEngineContract() {}

  @Nested
  @DisplayName("Applying entries")
  class Applying {
    @Test
    @DisplayName("a workspace nobody applied anything to is at version 0 and finds nothing")
    void unknownWorkspace_isEmpty() {
      assertThat(engine.version(PAY)).isZero();
      assertThat(found(PAY, "refund")).isEmpty();
    }

    @Test
    @DisplayName("what was applied is found as soon as apply returned")
    void entry_isFoundAtOnce() {
      for (int i = 1; i <= 50; i++) {
        engine.apply(PAY, List.of(entry("s" + i, PAY, "refund window")), i);
        assertThat(found(PAY, "refund")).hasSize(i);
      }
    }

    @Test
    @DisplayName("the version is the one given with the last apply, per workspace")
    void version_isTheLastGiven() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund")), 7);
      engine.apply(SHOP, List.of(entry("b", SHOP, "basket")), 3);
      engine.apply(PAY, List.of(entry("c", PAY, "ledger")), 12);
      assertThat(engine.version(PAY)).isEqualTo(12);
      assertThat(engine.version(SHOP)).isEqualTo(3);
    }

    @Test
    @DisplayName("an apply without entries still sets the version")
    void emptyApply_setsVersion() {
      engine.apply(PAY, List.of(), 9);
      assertThat(engine.version(PAY)).isEqualTo(9);
    }

    @Test
    @DisplayName("an entry replaces the one with its id: words, scope and tools")
    void entry_replacesById() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund", "lookup")), 1);
      engine.apply(PAY, List.of(entry("a", PAY + "/checkout", "ledger", "wire")), 2);
      assertThat(found(PAY, "refund ledger")).isEmpty();
      Set<String> below = Set.of(PAY, PAY + "/checkout");
      assertThat(found(new CandidateQuery(PAY, below, Set.of(), "refund", 10))).isEmpty();
      assertThat(found(new CandidateQuery(PAY, below, Set.of("lookup"), "ledger", 10))).isEmpty();
      assertThat(found(new CandidateQuery(PAY, below, Set.of("wire"), "ledger", 10)))
          .containsExactly("a");
    }

    @Test
    @DisplayName("of two entries with one id in one apply the later counts")
    void sameIdTwice_laterWins() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund"), entry("a", PAY, "ledger")), 1);
      engine.apply(PAY, List.of(entry("b", PAY, "basket"), IndexEntry.removed("b")), 2);
      assertThat(found(PAY, "refund")).isEmpty();
      assertThat(found(PAY, "ledger")).containsExactly("a");
      assertThat(found(PAY, "basket")).isEmpty();
    }

    @Test
    @DisplayName("a removal removes; one of an unknown id is no error")
    void removal_removes() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund"), entry("b", PAY, "refund")), 1);
      engine.apply(PAY, List.of(IndexEntry.removed("a"), IndexEntry.removed("ghost")), 2);
      assertThat(found(PAY, "refund")).containsExactly("b");
      assertThat(engine.version(PAY)).isEqualTo(2);
    }

    @Test
    @DisplayName("after reopening the index is at the version it had or an earlier one, whole")
    void reopened_isWholeAtSomeVersion() {
      for (int version = 1; version <= 5; version++) {
        engine.apply(PAY, many(3, "v" + version + "-", PAY, "refund"), version);
      }
      RecallEngine again = reopened();
      long version = again.version(PAY);
      assertThat(version).isBetween(0L, 5L);
      assertThat(ids(again.candidates(query(PAY, "refund", 100)))).hasSize((int) version * 3);
    }
  }

  @Nested
  @DisplayName("Clearing a workspace")
  class Clearing {
    @Test
    @DisplayName("leaves nothing, sets its version to 0 and touches no other workspace")
    void clear_leavesNothing() {
      engine.apply(PAY, many(10, "s", PAY, "refund"), 4);
      engine.apply(SHOP, List.of(entry("b", SHOP, "refund")), 5);
      engine.clear(PAY);
      assertThat(engine.version(PAY)).isZero();
      assertThat(found(PAY, "refund")).isEmpty();
      assertThat(engine.version(SHOP)).isEqualTo(5);
      assertThat(found(SHOP, "refund")).containsExactly("b");
    }

    @Test
    @DisplayName("a cleared workspace can be filled again; an unknown one can be cleared")
    void cleared_canBeFilledAgain() {
      engine.clear("nobody");
      engine.apply(PAY, List.of(entry("a", PAY, "refund")), 4);
      engine.clear(PAY);
      engine.clear(PAY);
      engine.apply(PAY, List.of(entry("b", PAY, "refund")), 1);
      assertThat(found(PAY, "refund")).containsExactly("b");
      assertThat(engine.version(PAY)).isEqualTo(1);
    }

    @Test
    @DisplayName("stays cleared after reopening")
    void clear_survivesReopening() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund")), 4);
      engine.clear(PAY);
      RecallEngine again = reopened();
      assertThat(again.version(PAY)).isZero();
      assertThat(ids(again.candidates(query(PAY, "refund", 10)))).isEmpty();
    }
  }

  @Nested
  @DisplayName("Threads and closing")
  class Threads {
    @Test
    @DisplayName("a search sees all of an apply or nothing of it")
    void search_neverSeesHalf() throws Exception {
      new RecallRaces(engine).allOrNothing();
    }

    @Test
    @DisplayName("the version is never above what searches see")
    void version_isNeverAhead() throws Exception {
      new RecallRaces(engine).versionNeverAhead();
    }

    @Test
    @DisplayName("a search does not wait for an apply, be it the first search of its workspace")
    void search_isNotBlocked() throws Exception {
      RecallRaces.prepare(engine);
      new RecallRaces(reopened()).searchesGoOnDuringApply();
    }

    @Test
    @DisplayName("an interrupted caller gets his answer, keeps his flag and spoils nothing")
    void interrupt_isHarmless() {
      Thread.currentThread().interrupt();
      engine.apply(PAY, List.of(entry("a", PAY, "refund")), 1);
      assertThat(found(PAY, "refund")).containsExactly("a");
      assertThat(engine.version(PAY)).isEqualTo(1);
      engine.clear(SHOP);
      assertThat(Thread.interrupted()).isTrue();
      engine.apply(PAY, List.of(entry("b", PAY, "refund")), 2);
      assertThat(found(PAY, "refund")).containsExactly("a", "b");
    }

    @Test
    @DisplayName("close can be called again")
    void close_isIdempotent() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund")), 1);
      engine.close();
      assertThatCode(engine::close).doesNotThrowAnyException();
    }
  }

  @Nested
  @DisplayName("A random history")
  class History {
    @Test
    @DisplayName("leaves what a plain map would hold")
    void randomHistory_matchesModel() {
      long seed = Seed.or(20_260_214L);
      new RecallModel(seed, engine, RecallEngineContract.this::reopened).run();
    }
  }
}
