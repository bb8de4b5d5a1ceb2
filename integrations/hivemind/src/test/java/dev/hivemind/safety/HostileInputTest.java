package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Naughty strings on every public string: each is refused by name or taken as what it is. Nothing
 * else breaks, nothing is written outside the home, and the true lesson is still recalled.
 */
class HostileInputTest {
  private static final long SEED = Long.getLong("hivemind.seed", 20260903);

  /** The build takes some, another few with each seed; {@code -Plong} takes all. */
  private static final int STRINGS = Integer.getInteger("hivemind.naughty", 80);

  private static final Author ANA = Author.operator("ana");
  private static final Scope SHOP = Scope.of("shop");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> broken = new ArrayList<>();

  @TempDir Path directory;

  private void attempt(String what, String text, Runnable use) {
    try {
      use.run();
    } catch (IllegalArgumentException | HivemindException refused) {
      if (String.valueOf(refused.getMessage()).length() > 1_000) {
        broken.add(what + ": a message of " + refused.getMessage().length() + " characters");
      }
    } catch (RuntimeException | Error e) {
      broken.add(what + " '" + text.substring(0, Math.min(40, text.length())) + "': " + e);
    }
  }

  @Test
  void naughtyStrings_breakNothing() throws IOException {
    List<String> all = NaughtyStrings.all(SEED);
    assertThat(all).hasSizeGreaterThanOrEqualTo(500);
    List<String> strings = new ArrayList<>(all);
    Collections.shuffle(strings, new Random(SEED));
    strings = strings.subList(0, Math.min(all.size(), STRINGS));
    try (Hivemind hivemind = Hivemind.open(directory.resolve("home"))) {
      teach(hivemind);
      for (String one : strings) {
        attempt("scope", one, () -> Scope.of(one));
        attempt("child", one, () -> hivemind.record(in(SHOP.child(one)).prompt("hello")));
        attempt("texts", one, () -> texts(hivemind, in(SHOP), one));
        attempt("ids", one, () -> ids(hivemind, one));
        attempt("recall", one, () -> ask(hivemind, one));
      }
      assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
      SkillLibrary library = hivemind.skills(SHOP);
      for (String one : strings.subList(0, strings.size() / 4)) {
        attempt("find", one, () -> library.find(one));
        attempt("explain", one, () -> hivemind.explain(SHOP, one));
        attempt("approve", one, () -> library.approve(one, ANA));
        attempt("add", one, () -> library.reject(library.add(one, ANA).name(), ANA, one));
      }
      for (String one : strings.subList(0, 3)) {
        attempt("forget", one, () -> hivemind.forget(Forget.event(SHOP, one)));
      }
      assertThat(broken).as("seed %d", SEED).isEmpty();
      assertThat(hivemind.status().count(Counter.RECALLS_FAILED)).isZero();
      assertThat(hivemind.status().count(Counter.DROPPED_STORE_FAILED)).isZero();
      assertThat(library.list(SkillState.ACTIVE))
          .extracting(Skill::text)
          .anyMatch(text -> text.contains("settlement window"));
    }
    try (Stream<Path> outside = Files.list(directory)) {
      assertThat(outside).containsExactly(directory.resolve("home"));
    }
  }

  @Test
  void names_tooLongForAnEvent_areDroppedAndCounted() {
    String endless = "x".repeat(1_000_000);
    try (Hivemind hivemind = Hivemind.open(directory.resolve("home"))) {
      Session session = in(SHOP);
      hivemind.record(session.toolCall("c1", "refund", "{}", endless));
      hivemind.record(new AgentEvent.ToolCall(session, endless, "refund", "{}", ""));
      hivemind.record(new AgentEvent.ToolCall(session, "c1", endless, "{}", ""));
      hivemind.record(new AgentEvent.ToolResult(session, endless, ToolStatus.OK, ""));
      hivemind.record(new AgentEvent.Correction(session, endless, "no", "", ""));
      hivemind.record(new AgentEvent.Revert(session, endless));
      hivemind.record(new AgentEvent.Unknown(session, endless, "{}"));
      assertThat(hivemind.status().count(Counter.DROPPED_MALFORMED)).isEqualTo(7);
      assertThat(hivemind.status().count(Counter.RECORDED)).isZero();
    }
  }

  private static Session in(Scope scope) {
    return Session.of(scope, "naughty").by(Author.endUser("eve"));
  }

  private static void teach(Hivemind hivemind) {
    Session monday = Session.of(SHOP, "monday").by(ANA);
    hivemind.record(monday.prompt("Refund order 42"));
    hivemind.record(monday.toolCall("c1", "refund", "{\"order\":42}"));
    hivemind.record(monday.toolResult("c1", ToolStatus.OK, "done"));
    hivemind.record(monday.correction("c1", "Check the settlement window before you refund."));
    assertThat(hivemind.flush(PATIENCE).missing()).isEmpty();
  }

  private static void texts(Hivemind hivemind, Session session, String text) {
    hivemind.record(session.prompt(text));
    hivemind.record(session.toolCall("n1", "refund", text));
    hivemind.record(session.toolResult("n1", ToolStatus.ERROR, text));
    hivemind.record(session.toolCall("n2", "refund", text + "2"));
    hivemind.record(session.toolResult("n2", ToolStatus.OK, text));
    hivemind.record(session.response(text));
    hivemind.record(session.correctedArguments("n2", text, text));
    hivemind.record(session.rejected("n2", text));
    hivemind.record(session.editedAnswer(text, text + "3"));
  }

  private static void ids(Hivemind hivemind, String id) {
    Session session = Session.of(SHOP, id).by(Author.endUser(id));
    hivemind.record(session.prompt("hello"));
    hivemind.record(session.toolCall(id, id, "{}", id));
    hivemind.record(session.toolResult(id, ToolStatus.OK, "done"));
    hivemind.record(session.edit(id, "a", "b"));
    hivemind.record(session.revert(id));
  }

  private static void ask(Hivemind hivemind, String text) {
    Session session = Session.of(SHOP, "asking").by(ANA);
    hivemind.recall(RecallContext.of(session, text).offering(Set.of("refund")));
    hivemind.recall(RecallContext.of(session, text).beforeTool("refund", text).afterError(text));
  }
}
