package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
public abstract class RecallEngineContract {
  static final String PAY = "pay";
  static final String SHOP = "shop";

  private RecallEngine engine = new InMemoryRecallEngine();

  /** For the engine's own test class. */
  protected RecallEngineContract() {}

  /**
   * Returns the engine under test. Called once for each test, and again after {@code close()} in
   * tests that reopen: an engine that keeps its index must then find it again, any other begins
   * empty.
   */
  protected abstract RecallEngine open();

  /** Opens the engine. */
  @BeforeEach
  final void openEngine() {
    engine = open();
  }

  /** Closes the engine. */
  @AfterEach
  final void closeEngine() {
    engine.close();
  }

  RecallEngine engine() {
    return engine;
  }

  RecallEngine reopened() {
    engine.close();
    engine = open();
    return engine;
  }

  static IndexEntry entry(String id, String scope, String text, String... tools) {
    return new IndexEntry(id, scope, Set.of(tools), Map.of("description", text));
  }

  static CandidateQuery query(String workspace, String text, int limit) {
    return new CandidateQuery(workspace, Set.of(workspace), Set.of(), text, limit);
  }

  List<String> found(String workspace, String text) {
    return ids(engine.candidates(query(workspace, text, 1_000)));
  }

  List<String> found(CandidateQuery query) {
    return ids(engine.candidates(query));
  }

  static List<String> ids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::id).toList();
  }

  static List<IndexEntry> many(int count, String prefix, String scope, String text) {
    return IntStream.range(0, count).mapToObj(i -> entry(prefix + i, scope, text)).toList();
  }

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
  @DisplayName("Finding candidates")
  class Finding {
    @ParameterizedTest
    @ValueSource(strings = {"name", "description", "situations", "body"})
    @DisplayName("a word of any field finds the entry")
    void everyField_isSearched(String field) {
      IndexEntry entry = new IndexEntry("a", PAY, Set.of(), Map.of(field, "check the settlement"));
      engine.apply(PAY, List.of(entry), 1);
      assertThat(found(PAY, "Settlement?")).containsExactly("a");
    }

    @Test
    @DisplayName("the entry that shares more words is better, and of two the one with the rarer")
    void sharedWords_rank() {
      engine.apply(PAY, many(20, "common", PAY, "refund customer"), 1);
      engine.apply(PAY, List.of(entry("rare", PAY, "settlement customer")), 2);
      engine.apply(PAY, List.of(entry("rare and common", PAY, "settlement refund")), 3);
      assertThat(found(PAY, "refund settlement")).startsWith("rare and common", "rare");
    }

    @Test
    @DisplayName("best first, equal scores by id, whatever the order of arrival")
    void ties_areOrderedById() {
      List<IndexEntry> entries = new ArrayList<>(many(40, "s", PAY, "refund window"));
      Collections.shuffle(entries, new Random(1));
      for (int i = 0; i < entries.size(); i++) {
        engine.apply(PAY, List.of(entries.get(i)), i + 1);
      }
      engine.apply(PAY, List.of(entry("zz", PAY, "refund refund refund")), 100);
      List<Candidate> all = engine.candidates(query(PAY, "refund", 1_000));
      assertThat(all).hasSize(41).isSortedAccordingTo(bestFirst());
      assertThat(ids(all).subList(1, 41)).isSorted();
      assertThat(engine.candidates(query(PAY, "refund", 7))).isEqualTo(all.subList(0, 7));
    }

    @Test
    @DisplayName("scores are finite and not negative, also for a word that every entry has")
    void scores_areNotNegative() {
      engine.apply(PAY, many(10, "s", PAY, "refund"), 1);
      assertThat(engine.candidates(query(PAY, "refund", 100)))
          .hasSize(10)
          .allSatisfy(c -> assertThat(c.score()).isFinite().isNotNegative());
    }

    @Test
    @DisplayName("never more than the limit")
    void limit_isKept() {
      engine.apply(PAY, many(30, "s", PAY, "refund"), 1);
      assertThat(engine.candidates(query(PAY, "refund", 1))).hasSize(1);
      assertThat(engine.candidates(query(PAY, "refund", 29))).hasSize(29);
      assertThat(engine.candidates(query(PAY, "refund", Integer.MAX_VALUE))).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "qqzzxx", "?!", "{}[]()*:^~\\\"", "\u0000", "\uD83E\uDD96"})
    @DisplayName("a text without a known word gives an empty list")
    void unknownWords_findNothing(String text) {
      engine.apply(PAY, List.of(entry("a", PAY, "refund window")), 1);
      assertThat(found(PAY, text)).isEmpty();
    }

    @Test
    @DisplayName("any text is taken: syntax of queries, half characters, endless words, 1 MB")
    void anyText_isTaken() {
      engine.apply(PAY, List.of(entry("a", PAY, "refund window")), 1);
      assertThat(found(PAY, "refund AND (NOT \"x\" title:[* TO \\")).containsExactly("a");
      assertThat(found(PAY, "refund \uD800 \uDC00 \uFFFF \u0000")).containsExactly("a");
      assertThat(found(PAY, "refund " + "x".repeat(100_000))).containsExactly("a");
      assertThat(found(PAY, "refund " + "many other words ".repeat(60_000))).containsExactly("a");
    }

    @Test
    @DisplayName("any text can be applied: half characters, endless words, long bodies")
    void anyText_canBeApplied() {
      String text = "refund \uD800 " + "x".repeat(100_000) + " many words".repeat(20_000);
      engine.apply(PAY, List.of(entry("a", PAY, text), entry("b", PAY, "")), 1);
      assertThat(found(PAY, "refund")).containsExactly("a");
    }

    @Test
    @DisplayName("the same query over the same entries gives the same answer, however they came")
    void sameEntries_giveSameAnswer() {
      List<IndexEntry> entries = randomEntries(300);
      engine.apply("once", entries, 1);
      List<IndexEntry> reversed = new ArrayList<>(entries);
      Collections.reverse(reversed);
      reversed.replaceAll(e -> e.id().endsWith("7") ? entry(e.id(), "x", "refund copper") : e);
      engine.apply("often", reversed, 1);
      engine.apply("often", many(5, "gone", "x", "refund copper violet"), 2);
      long version = 3;
      for (IndexEntry entry : entries) {
        if (entry.id().endsWith("7")) {
          engine.apply("often", List.of(entry), version++);
        }
        if (entry.id().endsWith("57")) {
          engine.apply("often", List.of(IndexEntry.removed("gone" + version % 5)), version++);
        }
      }
      engine.apply(
          "often",
          IntStream.range(0, 5).mapToObj(i -> IndexEntry.removed("gone" + i)).toList(),
          version);
      for (String text : List.of("refund", "copper violet", "window ledger basket refund")) {
        Set<String> scopes = Set.of("x");
        List<Candidate> once =
            engine.candidates(new CandidateQuery("once", scopes, Set.of(), text, 100));
        CandidateQuery again = new CandidateQuery("often", scopes, Set.of(), text, 100);
        assertThat(engine.candidates(again)).isEqualTo(once);
        assertThat(engine.candidates(again)).isEqualTo(once);
      }
    }

    private List<IndexEntry> randomEntries(int count) {
      Random random = new Random(7);
      List<String> words = List.of("refund", "window", "ledger", "basket", "copper", "violet");
      List<IndexEntry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        StringBuilder text = new StringBuilder();
        for (int w = random.nextInt(12); w >= 0; w--) {
          text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        entries.add(entry("s" + i, "x", text.toString()));
      }
      return entries;
    }
  }

  @Nested
  @DisplayName("What may be seen")
  class Seeing {
    @Test
    @DisplayName("only the scopes asked for, exactly")
    void scopes_areExact() {
      engine.apply(
          PAY,
          List.of(
              entry("top", PAY, "refund"),
              entry("mine", PAY + "/checkout", "refund"),
              entry("beside", PAY + "/check", "refund"),
              entry("case", PAY + "/CHECKOUT", "refund"),
              entry("below", PAY + "/checkout/ana", "refund")),
          1);
      Set<String> scopes = Set.of(PAY, PAY + "/checkout");
      assertThat(found(new CandidateQuery(PAY, scopes, Set.of(), "refund", 100)))
          .containsExactlyInAnyOrder("top", "mine");
      assertThat(found(new CandidateQuery(PAY, Set.of(), Set.of(), "refund", 100))).isEmpty();
    }

    @Test
    @DisplayName("of entries about tools only those about a tool asked for; one about none always")
    void tools_areExact() {
      engine.apply(
          PAY,
          List.of(
              entry("none", PAY, "ledger"),
              entry("refund", PAY, "ledger", "refund"),
              entry("two", PAY, "ledger", "refund", "wire"),
              entry("other", PAY, "ledger", "refund_all"),
              entry("case", PAY, "ledger", "Refund")),
          1);
      Set<String> scopes = Set.of(PAY);
      assertThat(found(new CandidateQuery(PAY, scopes, Set.of("refund"), "ledger", 100)))
          .containsExactlyInAnyOrder("none", "refund", "two");
      assertThat(found(new CandidateQuery(PAY, scopes, Set.of("wire", "x"), "ledger", 100)))
          .containsExactlyInAnyOrder("none", "two");
      assertThat(found(new CandidateQuery(PAY, scopes, Set.of(), "ledger", 100))).hasSize(5);
    }

    @Test
    @DisplayName("an entry that may not be seen takes no room in the limit")
    void hidden_takesNoRoom() {
      engine.apply(PAY, many(300, "s", PAY + "/other", "refund settlement window"), 1);
      engine.apply(PAY, List.of(entry("tool", PAY, "refund settlement window", "wire")), 2);
      engine.apply(PAY, List.of(entry("mine", PAY, "a long text with refund in it")), 3);
      Set<String> tools = Set.of("lookup");
      String text = "refund settlement window";
      assertThat(found(new CandidateQuery(PAY, Set.of(PAY), tools, text, 1)))
          .containsExactly("mine");
    }

    @Test
    @DisplayName("words of entries that may not be seen crowd out no other word")
    void hiddenWords_takeNoRoom() {
      StringBuilder text = new StringBuilder("refund");
      for (int i = 0; i < 100; i++) {
        text.append(" hidden").append((char) ('a' + i % 26)).append((char) ('a' + i / 26));
      }
      engine.apply(PAY, List.of(entry("theirs", PAY + "/other", text.toString())), 1);
      engine.apply(PAY, many(5, "mine", PAY, "refund"), 2);
      assertThat(found(PAY, text.toString())).hasSize(5);
    }

    @Test
    @DisplayName("another workspace is never seen and changes no score")
    void workspaces_areApart() {
      engine.apply(PAY, List.of(entry("a", "x", "refund ledger"), entry("b", "x", "refund")), 1);
      CandidateQuery query = new CandidateQuery(PAY, Set.of("x"), Set.of(), "refund ledger", 100);
      List<Candidate> before = engine.candidates(query);
      engine.apply(SHOP, many(50, "other", "x", "refund ledger"), 1);
      engine.apply(SHOP, List.of(entry("a", "x", "basket")), 2);
      engine.apply("PAY", many(5, "upper", "x", "refund ledger"), 1);
      assertThat(engine.candidates(query)).isEqualTo(before).hasSize(2);
      assertThat(engine.version(PAY)).isEqualTo(1);
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
      long seed = Long.getLong("hivemind.seed", 20_260_214L);
      new RecallModel(seed, engine, RecallEngineContract.this::reopened).run();
    }
  }

  static Comparator<Candidate> bestFirst() {
    return Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::id);
  }
}
