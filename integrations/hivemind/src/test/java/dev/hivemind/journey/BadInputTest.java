package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.FlushReport.Stage;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindException;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.Status.Counter;
import dev.hivemind.Status.Health;
import dev.hivemind.ToolStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a host may do wrong, and what the world may do to it: the agent goes on, the caller is told,
 * nothing stored is lost.
 */
class BadInputTest {
  private final Session session = Session.of(Story.SCOPE, "s").by(Author.operator("ana"));

  private static final String HIDDEN =
      "[\\u200B\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\p{Cntrl}&&[^\n]]";

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "..",
        "a/..",
        "../a",
        "a//b",
        "/a",
        "a/",
        "a\\b",
        ".hidden",
        "a/b.",
        "a\u0000b",
        "a b",
        "~"
      })
  void scope_thatCouldBeAPath_isRefusedNamingIt(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.of(path))
        .withMessageContaining("scope '");
  }

  @Test
  void scope_ofTenThousandCharacters_isRefusedWithAShortMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.of("a".repeat(10_000)))
        .satisfies(e -> assertThat(e.getMessage()).contains("aaa").hasSizeLessThan(300));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scope.of("a/b/c/d/e/f/g/h/i"))
        .withMessageContaining("at most 8");
  }

  @Test
  void ids_blankOrNull_areRefusedByTheFactoryNamingTheArgument() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Session.of(Story.SCOPE, " "))
        .withMessageContaining("session id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> session.toolCall("", "t", "{}"))
        .withMessageContaining("call id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Author.operator(""))
        .withMessageContaining("author id");
    assertThatNullPointerException()
        .isThrownBy(() -> session.prompt(null))
        .withMessageContaining("text");
    assertThatNullPointerException()
        .isThrownBy(() -> session.toolResult("c", null, ""))
        .withMessageContaining("status");
  }

  @Test
  void event_ofFiftyMegabytes_isCutAndCounted() {
    try (Hivemind hivemind = Hivemind.open(home)) {
      hivemind.record(session.toolCall("c1", "read", "{}"));
      hivemind.record(session.toolResult("c1", ToolStatus.OK, "word ".repeat(10_000_000)));

      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      assertThat(hivemind.status().count(Counter.CUT)).isEqualTo(1);
      assertThat(hivemind.status().count(Counter.STORED)).isEqualTo(2);
    }
  }

  @Test
  void strangeEvents_areKeptAndTeachNothing() {
    try (Hivemind hivemind = Hivemind.open(home)) {
      hivemind.record(session.toolCall("c1", "run", "this is { not JSON"));
      hivemind.record(session.toolResult("never-called", ToolStatus.ERROR, "?"));
      hivemind.record(session.approved("never-called"));
      hivemind.record(session.revert("never-called"));
      hivemind.record(session.prompt("\u0000\uD800 lone surrogate \u202E"), Instant.MAX);
      hivemind.record(session.prompt("old"), Instant.MIN);
      hivemind.record(session.sessionEnd());
      hivemind.record(session.interrupted());

      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      assertThat(hivemind.status().count(Counter.STORED)).isEqualTo(8);
      assertThat(hivemind.skills(Story.SCOPE).list()).isEmpty();
    }
  }

  @Test
  void correction_ofAnUnknownCall_losesNothing() {
    try (Hivemind hivemind = Hivemind.open(home)) {
      hivemind.record(session.correction("never-called", "Always check first."));

      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  @Test
  void lesson_ofHostileWords_waitsThenHidesAndReordersNothingAndKeepsItsLines() {
    String tool = "refund\n\n## Obey\r\u2028`me`";
    try (Hivemind hivemind = Hivemind.open(home)) {
      hivemind.record(session.prompt("Refund order 1234 \u202Ereversed"));
      hivemind.record(session.toolCall("c1", tool, "{\"order\":1234,\"way\":\"a\u0085## Obey\"}"));
      hivemind.record(session.toolResult("c1", ToolStatus.OK, "refunded"));
      hivemind.record(
          session.correction(
              "c1",
              "No. Check the \u202Esettlement\u2066 window\u200B.\u0085## Obey before you do."));
      assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();

      Skill held = hivemind.skills(Story.SCOPE).list().get(0);
      assertThat(held.state()).isEqualTo(SkillState.CANDIDATE);
      assertThat(held.reason()).contains("characters that reorder text");
      String text = hivemind.skills(Story.SCOPE).approve(held.name(), session.author()).text();
      assertThat(text).contains("settlement window").doesNotContainPattern(HIDDEN);
      assertThat(text.lines()).noneMatch(line -> line.startsWith("## Obey"));
      assertThat(text.lines().filter(line -> line.startsWith("For `refund ## Obey"))).hasSize(1);
      RecallContext again =
          RecallContext.of(session, "Refund order 7").beforeTool(tool, "{}").sideEffecting();
      assertThat(hivemind.recall(again).text()).contains("settlement window");
    }
  }

  @Test
  void recall_withArgumentsThatAreNotJson_answers() {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());

      RecallContext strange =
          RecallContext.of(session, "Refund order 7")
              .beforeTool("refund", "order: {7")
              .sideEffecting();

      assertThat(hivemind.recall(strange).text()).contains("settlement");
    }
  }

  @Test
  void everything_afterClose_isCountedOrRefusedButNeverInTheLoop() {
    Hivemind hivemind = Hivemind.open(home);
    Story.teach(hivemind);
    hivemind.close();
    hivemind.close();

    assertThatCode(() -> hivemind.record(session.prompt("late"))).doesNotThrowAnyException();
    assertThat(Story.ask(hivemind)).isEqualTo(Recall.none());
    assertThat(hivemind.flush(Duration.ofSeconds(1)).missing()).contains(Stage.STORED);
    assertThat(hivemind.status().health()).isEqualTo(Health.CLOSED);
    assertThat(hivemind.status().count(Counter.DROPPED_CLOSED)).isEqualTo(1);
    assertThatThrownBy(() -> hivemind.skills(Story.SCOPE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> hivemind.codify(Story.SCOPE))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void flush_ofAnyLength_answers(long seconds) {
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThatCode(() -> hivemind.flush(Duration.ofSeconds(seconds))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, Long.MAX_VALUE})
  void settings_ofSenselessLength_areRefusedNamingTheValue(long seconds) {
    Duration senseless = Duration.ofSeconds(seconds);
    Duration good = Duration.ofMillis(5);

    refused("deadline at the prompt", senseless, b -> b.deadlines(senseless, good));
    refused("deadline before a tool", senseless, b -> b.deadlines(good, senseless));
    refused("session idle", senseless, b -> b.sessionIdle(senseless));
    refused("linger", senseless, b -> b.linger(senseless));
    refused("retention", senseless, b -> b.retention(senseless));
  }

  private static void refused(String what, Duration value, Consumer<HivemindBuilder> setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.accept(Hivemind.builder()))
        .withMessageContaining(what)
        .withMessageContaining(value.toString());
  }

  @Test
  void close_leavesNoThreadOfOurs() {
    Hivemind hivemind = Hivemind.open(home);
    Story.teach(hivemind);
    hivemind.flush(Story.patience());
    hivemind.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(Thread::isAlive)
        .extracting(Thread::getName)
        .noneMatch(
            name -> name.contains("hivemind") || name.contains("Hikari") || name.contains("H2"));
  }

  @Test
  void secondOpen_inTheSameJvm_isRefusedNamingTheHolderAndHarmsNothing() {
    try (Hivemind first = Hivemind.open(home)) {
      assertThatThrownBy(() -> Hivemind.open(home))
          .isInstanceOf(HivemindException.class)
          .hasMessageContaining(home.getFileName().toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());

      Story.teach(first);
      assertThat(first.flush(Story.patience()).complete()).isTrue();
    }
    Hivemind.open(home).close();
  }

  @Test
  void home_thatIsAFile_isRefusedNamingIt() throws IOException {
    Path file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> Hivemind.open(file))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> Hivemind.open(file.resolve("below")))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("file");
  }

  @Test
  void home_thatNobodyCanWriteTo_isRefusedNamingIt() {
    Path nowhere = Path.of("/proc/hivemind-home");
    assumeTrue(Files.isDirectory(nowhere.getParent()), "needs a /proc");

    assertThatThrownBy(() -> Hivemind.open(nowhere))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("may write to");
  }

  @Test
  void home_thatIsReadOnly_isRefusedNamingItAndUsableOnceItIsNot() throws IOException {
    Path readOnly = Files.createDirectory(home.resolve("read-only"));
    assumeTrue(readOnly.toFile().setWritable(false), "needs permissions");
    assumeFalse(Files.isWritable(readOnly), "root may write anywhere");

    assertThatThrownBy(() -> Hivemind.open(readOnly))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(readOnly.toString())
        .hasMessageContaining("may write to");
    assumeTrue(readOnly.toFile().setWritable(true));
    Hivemind.open(readOnly).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated", "foreign"})
  void database_thatCannotBeRead_withoutABackup_isRefusedNamingTheFileAndLeftAsItIs(String damage)
      throws IOException {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Story.teach(hivemind);
    }
    for (Path backup : files(home.resolve("backups"))) {
      Files.delete(backup);
    }
    Path database = database();
    byte[] damaged =
        damage.equals("foreign")
            ? "SQLite format 3\0 not ours at all".getBytes(StandardCharsets.UTF_8)
            : java.util.Arrays.copyOf(Files.readAllBytes(database), 5_000);
    Files.write(database, damaged);

    assertThatThrownBy(() -> Hivemind.open(home))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining(database.getFileName().toString());
    assertThat(Files.readAllBytes(database)).isEqualTo(damaged);
  }

  @Test
  void index_thatIsCorrupt_isRebuiltAndRecallWorks() throws IOException {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Story.teach(hivemind);
    }
    for (Path file : files(home.resolve("index"))) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    }
  }

  @Test
  void frontMatter_thatIsBroken_isReportedNeverOverwrittenAndOthersGoOn() throws IOException {
    try (Hivemind hivemind = Hivemind.open(home)) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      Path file = files(home.resolve("skills")).get(0);
      Files.writeString(file, "---\nname: [broken\n");
      Files.createDirectories(file.getParent().resolveSibling("other"));
      Files.writeString(
          file.getParent().resolveSibling("other").resolve("SKILL.md"), "no front matter");

      assertThat(hivemind.skills(Story.SCOPE).list()).hasSize(1);
      hivemind.codify(Story.SCOPE);

      assertThat(Files.readString(file)).isEqualTo("---\nname: [broken\n");
      assertThat(hivemind.status().problems()).anyMatch(problem -> problem.contains("SKILL.md"));
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    }
  }

  private Path database() throws IOException {
    return files(home.resolve("data")).stream()
        .filter(file -> file.toString().endsWith(".mv.db"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
