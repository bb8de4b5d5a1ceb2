package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds and who may see it: the part of the contract that asks. */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the engine of this test
abstract class RecallSearchContract extends RecallEngineSubject {
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
}
