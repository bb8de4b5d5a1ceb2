package dev.hivemind.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a text find which words of a skill. */
final class WordsTest {
  @TempDir Path directory = Path.of("");
  private RecallEngine engine = new LuceneEngineProvider().open(directory);

  @BeforeEach
  void open() {
    engine.close();
    engine = new LuceneEngineProvider().open(directory);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void index(String text) {
    IndexEntry unrelated = new IndexEntry("z", "w", Set.of(), Map.of("body", "bake bread"));
    engine.apply(
        "w", List.of(new IndexEntry("a", "w", Set.of(), Map.of("body", text)), unrelated), 1);
  }

  private List<String> found(String text) {
    return candidates(text).stream().map(Candidate::id).toList();
  }

  private List<Candidate> candidates(String text) {
    return engine.candidates(new CandidateQuery("w", Set.of("w"), Set.of(), text, 10));
  }

  @ParameterizedTest
  @CsvSource({
    "settlementWindow, window",
    "settlement_window, settlement",
    "SQLException, exception",
    "SQLException, sql",
    "settlementWindow, settlementwindow",
    "payments.settlement, settlement",
    "settle-window, settle",
    "refundV2, 2",
    "order 77, 77",
    "the settlement windows, Window",
    "refunded, refunds",
    "checking, check",
    "the customer's ledger, customer",
    "größe, GROSSE",
    "café, cafe",
    "cafe\u0301, café",
    "ｒｅｆｕｎｄ, refund",
    "退款前请检查结算窗口, 结算",
    "退款前请检查结算窗口, 款",
    "返金の前に締め時間を確認, 締め時間",
    "환불 전에 정산 시간을 확인하세요, 정산",
    "환불정산시간, 정산",
    "ﾃｽﾄ, テスト",
    "проверить окно расчёта, ОКНО",
  })
  void word_findsItsForms(String indexed, String asked) {
    index(indexed);
    assertThat(found(asked)).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({
    "settlement, settlment",
    "settlement, setlemnt",
    "refund, refnud",
    "refund, refunx",
    "window, windwo",
  })
  void misspeltWord_findsTheRightOne(String indexed, String asked) {
    index(indexed);
    assertThat(found(asked)).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource({
    "refund, rexxnd",
    "tax, tix",
    "order 1234, 1235",
    "refund, efund",
    "结算, 检查",
    "the window, and the of",
  })
  void otherWord_findsNothing(String indexed, String asked) {
    index(indexed);
    assertThat(found(asked)).isEmpty();
  }

  @Test
  void knownWord_isNotTakenForATypo() {
    index("price");
    engine.apply("w", List.of(new IndexEntry("b", "w", Set.of(), Map.of("body", "prize"))), 2);
    assertThat(found("prize")).containsExactly("b");
  }

  @Test
  void misspeltWord_countsLess() {
    index("settlement");
    double right = candidates("settlement").get(0).score();
    assertThat(candidates("settlemnet").get(0).score()).isPositive().isLessThan(right);
  }

  @Test
  void parts_addUpToTheScore() {
    Map<String, String> fields =
        Map.of(
            "name", "refund window",
            "description", "check before a refund",
            "situations", "refund order",
            "body", "look at the ledger");
    engine.apply("w", List.of(new IndexEntry("a", "w", Set.of(), fields)), 1);
    Candidate candidate = candidates("refund window please").get(0);
    assertThat(candidate.parts()).containsOnlyKeys("name", "description", "situations");
    assertThat(candidate.parts().values().stream().mapToDouble(p -> p).sum())
        .isEqualTo(candidate.score(), org.assertj.core.api.Assertions.within(1e-6));
    assertThat(candidates("ledger").get(0).parts()).containsOnlyKeys("body");
  }

  @Test
  void longText_isAnsweredInTime() {
    StringBuilder text = new StringBuilder("refund ");
    for (int i = 0; i < 20_000; i++) {
      text.append("word").append(Integer.toString(i, 36)).append(' ');
    }
    index(text.toString());
    assertThat(text.length()).isGreaterThan(100_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 20; i++) {
            assertThat(found(text.toString())).containsExactly("a");
          }
        });
  }

  @Test
  void eastAsianPairs_rankAboveSingleCharacters() {
    index("结果的计算方法");
    engine.apply("w", List.of(new IndexEntry("b", "w", Set.of(), Map.of("body", "窗口结算时间"))), 2);
    assertThat(found("结算")).containsExactly("b", "a");
  }

  @Test
  void longQuery_countsByItsBeginningAndItsEnd() {
    index("ledger basket copper");
    String filler = "other ".repeat(3_000);
    assertThat(found("ledger " + filler + filler)).containsExactly("a");
    assertThat(found(filler + filler + "basket")).containsExactly("a");
    assertThat(found(filler + "copper " + filler)).isEmpty();
  }
}
