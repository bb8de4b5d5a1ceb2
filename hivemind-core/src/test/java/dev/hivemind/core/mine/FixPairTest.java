package dev.hivemind.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.ToolStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixPairTest {
  private static final String ERROR = "400 field 'size' must be whole centimetres";

  private static Story begun() {
    return new Story().says("cut the plank");
  }

  private static List<Evidence> pairs(Story story) {
    return story.evidence().stream().filter(one -> one.kind() == Kind.FIX_PAIR).toList();
  }

  private static List<Evidence> shell(String before, String error, String after) {
    return pairs(begun().fails("bash", command(before), error).calls("bash", command(after)));
  }

  private static String command(String text) {
    return "{'command':'" + text + "'}";
  }

  @Test
  void errorThenChangedCallThenSuccess_isAnObservation() {
    List<Evidence> pairs =
        pairs(
            begun()
                .fails("cut", "{'wood':'oak','size':1.5}", ERROR)
                .calls("cut", "{'wood':'oak','size':150}"));
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).wanted()).isEmpty();
    assertThat(pairs.get(0).changes()).containsExactly(new Change("size", "1.5", "150"));
    assertThat(pairs.get(0).situation().error()).contains("must be whole");
  }

  @Test
  void environmentAdded_isAnObservation() {
    assertThat(shell("make all", "invalid target release", "LANG_HOME=/opt/l make all")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 problems (2 errors)",
        "Tests run: 9, Failures: 2",
        "12 failed in 3.1s",
        "--- FAIL: TestCut",
        "AssertionError: expected 4"
      })
  void reportOfACheck_isAboutTheWork(String report) {
    assertThat(shell("check wood", report, "check wood --gently")).isEmpty();
  }

  @Test
  void otherSubcommand_isAnotherTaskThoughTheOutputNamesSomethingElseUnknown() {
    assertThat(shell("run test all", "running test suite\npackage oak not found", "run lint all"))
        .isEmpty();
    assertThat(shell("run tset all", "unknown task tset", "run lint all")).hasSize(1);
  }

  @Test
  void plainRetry_teachesNothing() {
    assertThat(shell("make all", "odd failure", "make all")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "504 Gateway Timeout",
        "connection reset by peer",
        "context deadline exceeded",
        "429 too many requests",
        "getaddrinfo ENOTFOUND host",
        "503 service unavailable",
        "permission denied",
        "401 Unauthorized",
        "403 Forbidden",
        "missing api key",
        "AccessDenied: role may not",
        "must be logged in",
        "keine Berechtigung",
        "the user rejected this call"
      })
  void passingFailuresAndRefusals_teachNothing(String error) {
    assertThat(
            pairs(
                begun()
                    .fails("cut", "{'wood':'oak','size':1}", error)
                    .calls("cut", "{'wood':'oak','size':2}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build it | head -20",
        "build it || true",
        "build it 2>/dev/null",
        "build it; true",
        "sudo build it",
        "build it --no-verify",
        "build it --force",
        "build it -DskipTests",
        "build it --filter One"
      })
  void hidingTheFailure_teachesNothing(String fix) {
    assertThat(shell("build it", "it broke", fix)).isEmpty();
  }

  @Test
  void otherPath_teachesNothing() {
    assertThat(
            pairs(
                begun()
                    .fails("read", "{'path':'src/a/B.java','lines':10}", "no such file")
                    .calls("read", "{'path':'src/c/B.java','lines':10}")))
        .isEmpty();
  }

  @Test
  void editInBetween_wasTheCure() {
    assertThat(
            pairs(
                begun()
                    .fails("bash", command("run checks now"), "2 failed")
                    .calls("edit_file", "{'path':'a.txt','new':'x'}")
                    .calls("bash", command("run checks again now"))))
        .isEmpty();
  }

  @Test
  void lookingInBetween_changesNothing() {
    assertThat(
            pairs(
                begun()
                    .fails("cut", "{'wood':'oak','size':1.5}", ERROR)
                    .calls("get_manual", "{'tool':'cut'}")
                    .calls("cut", "{'wood':'oak','size':150}")))
        .hasSize(1);
  }

  @Test
  void personInBetween_teachesHerself() {
    assertThat(
            pairs(
                begun()
                    .fails("cut", "{'wood':'oak','size':1.5}", ERROR)
                    .says("centimetres!")
                    .calls("cut", "{'wood':'oak','size':150}")))
        .isEmpty();
  }

  @Test
  void tooFarApart_teachesNothing() {
    Story story = begun().fails("cut", "{'wood':'oak','size':1.5}", ERROR);
    for (int i = 0; i < 8; i++) {
      story.calls("get_manual", "{'page':" + i + "}");
    }
    assertThat(pairs(story.calls("cut", "{'wood':'oak','size':150}"))).isEmpty();
  }

  @Test
  void changeDictatedByOutput_isMarked() {
    List<Evidence> pairs =
        pairs(
            begun()
                .fails("cut", "{'wood':'oak','blade':'old'}", "use blade vendorspecial")
                .calls("cut", "{'wood':'oak','blade':'vendorspecial'}"));
    assertThat(pairs.get(0).signals()).extracting(Evidence.Signal::name).contains(Signals.FOREIGN);
  }

  @Test
  void tokenThatBeginsWithALine_isReadLikeAnother() {
    List<Evidence> pairs =
        new Story()
            .says("build it")
            .fails("bash", "{'command':'make __target'}", "no rule: give __mode for __target")
            .calls("bash", "{'command':'make __target __mode=fast'}")
            .evidence();
    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).signals()).extracting(Evidence.Signal::name).contains(Signals.FOREIGN);
  }

  @Test
  void changeThatSharesAStemWithTheOutput_isNotDictated() {
    List<Evidence> pairs =
        shell("cut oak", "cut FAILED: another cut is open", "cut oak --stop-on-fail");
    assertThat(pairs.get(0).signals())
        .extracting(Evidence.Signal::name)
        .doesNotContain(Signals.FOREIGN);
  }

  @Test
  void longPartOfADictatedToken_isMarked() {
    List<Evidence> pairs = shell("cut oak", "ask for vendorblade", "cut oak --with=vendorblade-9");
    assertThat(pairs.get(0).signals()).extracting(Evidence.Signal::name).contains(Signals.FOREIGN);
  }

  @Test
  void changeDictatedByCustomer_isMarked() {
    List<Evidence> pairs =
        pairs(
            new Story()
                .by(Author.endUser("guest"))
                .says("cut it with vendorspecial")
                .fails("cut", "{'wood':'oak','blade':'old'}", "dull")
                .calls("cut", "{'wood':'oak','blade':'vendorspecial'}"));
    assertThat(pairs.get(0).signals()).extracting(Evidence.Signal::name).contains(Signals.FOREIGN);
  }

  @Test
  void pendingResult_isNoFailure() {
    assertThat(
            pairs(
                begun()
                    .asks("cut", "{'wood':'oak','size':1}")
                    .returns(ToolStatus.PENDING, "waits")
                    .calls("cut", "{'wood':'oak','size':2}")))
        .isEmpty();
  }
}
