package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Hivemind;
import dev.hivemind.PendingCall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.Turn;
import dev.hivemind.testkit.HivemindExtension;
import dev.hivemind.testkit.RecordingHivemind;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A turn does for a loop what every loop has to do. */
class TurnTest {
  private static final Session MONDAY =
      Session.of(Scope.of("payments-service"), "support-7").by(Author.operator("ana"));
  private static final Session TUESDAY =
      Session.of(Scope.of("payments-service"), "support-8").by(Author.operator("ben"));

  @RegisterExtension final HivemindExtension extension = HivemindExtension.inMemory();

  private RecordingHivemind hivemind() {
    return RecordingHivemind.over(extension.hivemind());
  }

  private void taught() {
    extension.after(
        MONDAY.prompt("Give order 4711 its money back"),
        MONDAY.toolCall("c1", "refund", "{\"order\":4711}"),
        MONDAY.toolResult("c1", ToolStatus.OK, "refunded"),
        MONDAY.correction("c1", "No. Look first whether the settlement window is closed."));
  }

  @Test
  void turn_isRecordedInOrder() throws Exception {
    RecordingHivemind hivemind = hivemind();
    try (Turn turn = Turn.begin(hivemind, TUESDAY, "Order 77 came back")) {
      assertThat(turn.call("c1", "lookup", "{\"order\":77}", () -> "paid")).isEqualTo("paid");
      turn.answered("It was paid.");
      turn.answered(" ");
    }

    assertThat(hivemind.events())
        .containsExactly(
            TUESDAY.prompt("Order 77 came back"),
            TUESDAY.toolCall("c1", "lookup", "{\"order\":77}"),
            TUESDAY.toolResult("c1", ToolStatus.UNKNOWN, "paid"),
            TUESDAY.response("It was paid."),
            TUESDAY.turnEnd());
  }

  @Test
  void corrected_callIsHeldOnce_andRecordedAsHeld() throws Exception {
    taught();
    RecordingHivemind hivemind = hivemind();
    Callable<String> refund = () -> "refunded";
    Turn turn = Turn.begin(hivemind, TUESDAY, "Order 77 came back, refund it");

    String held = turn.call("c1", "refund", "{\"order\":77}", refund);
    String again = turn.call("c2", "refund", "{\"order\":77}", refund);

    assertThat(held).contains("settlement window").doesNotContain("refunded");
    assertThat(again).startsWith("refunded");
    assertThat(hivemind.events())
        .contains(TUESDAY.toolResult("c1", ToolStatus.HELD, held))
        .contains(TUESDAY.toolResult("c2", ToolStatus.UNKNOWN, "refunded"));
  }

  @Test
  void toolThatMayNotBeHeld_isAnnotated() throws Exception {
    taught();
    RecordingHivemind hivemind = hivemind();
    Turn turn = Turn.begin(hivemind, TUESDAY, "Order 77 came back, refund it", tool -> false);

    String output = turn.call("c1", "refund", "{\"order\":77}", () -> "refunded");

    assertThat(output).startsWith("refunded\n\n<hivemind-lessons");
    assertThat(hivemind.events())
        .contains(TUESDAY.toolResult("c1", ToolStatus.UNKNOWN, "refunded"));
  }

  @Test
  void reminder_isTheSameInEveryRound() {
    taught();
    Turn turn = Turn.begin(extension.hivemind(), TUESDAY, "Order 77 came back, refund it");

    String first = turn.reminder(Set.of("refund"));

    assertThat(first).contains("settlement window");
    extension.after(MONDAY.correction("Always greet the customer first."));
    assertThat(turn.reminder(Set.of("refund", "lookup"))).isEqualTo(first);
  }

  @Test
  void toolThatThrows_isRecordedAndThrows() {
    RecordingHivemind hivemind = hivemind();
    Turn turn = Turn.begin(hivemind, TUESDAY, "Order 77 came back");
    IllegalStateException down = new IllegalStateException("warehouse is down");

    assertThatThrownBy(() -> turn.call("c1", "lookup", "{}", () -> fail(down))).isSameAs(down);

    assertThat(hivemind.events())
        .endsWith(TUESDAY.toolResult("c1", ToolStatus.ERROR, "warehouse is down"));
  }

  private static String fail(RuntimeException thrown) {
    throw thrown;
  }

  @Test
  void errorBefore_isPartOfTheNextQuestion() {
    RecordingHivemind hivemind = hivemind();
    Turn turn = Turn.begin(hivemind, TUESDAY, "Order 77 came back");

    turn.calling("c1", "lookup", "{}").ended(ToolStatus.ERROR, "unknown order");
    turn.calling("c2", "lookup", "{\"order\":77}").ended(ToolStatus.OK, "paid");
    PendingCall last = turn.calling("c3", "refund", "{}");

    assertThat(last.held()).isFalse();
    assertThat(hivemind.asked())
        .extracting(RecallContext::lastError)
        .containsExactly("", "unknown order", "");
  }

  @Test
  void hostThatCannotSayWhatMayBeHeld_losesHoldsOnly() throws Exception {
    taught();
    Turn turn =
        Turn.begin(
            hivemind(),
            TUESDAY,
            "Order 77 came back, refund it",
            tool -> {
              throw new IllegalStateException("unknown tool " + tool);
            });

    assertThat(turn.call("c1", "refund", "{\"order\":77}", () -> "refunded"))
        .startsWith("refunded\n\n<hivemind-lessons");
  }

  @Test
  void turnWithoutWords_hasNoPrompt() {
    RecordingHivemind hivemind = hivemind();
    Turn.begin(hivemind, TUESDAY, " ").close();

    assertThat(hivemind.events()).containsExactly(TUESDAY.turnEnd());
  }

  @Test
  void jarOfAnotherVersion_costsTheAgentNothing() throws Exception {
    Hivemind unlinked =
        (Hivemind)
            Proxy.newProxyInstance(
                Hivemind.class.getClassLoader(),
                new Class<?>[] {Hivemind.class},
                (proxy, method, arguments) -> {
                  throw new NoSuchMethodError("on purpose");
                });
    try (Turn turn = Turn.begin(unlinked, TUESDAY, "Order 77 came back")) {
      assertThat(turn.reminder(Set.of())).isEmpty();
      assertThat(turn.call("c1", "lookup", "{}", () -> "paid")).isEqualTo("paid");
    }
  }

  @Test
  void hivemindThatThrows_costsTheAgentNothing() throws Exception {
    Hivemind broken =
        RecordingHivemind.over(Hivemind.noop())
            .failing(new IllegalStateException("broken on purpose"));
    try (Turn turn = Turn.begin(broken, TUESDAY, "Order 77 came back")) {
      assertThat(turn.reminder(Set.of())).isEmpty();
      assertThat(turn.call("c1", "lookup", "{}", () -> "paid")).isEqualTo("paid");
      turn.answered("It was paid.");
    }
  }

  @Test
  void errorInPlainText_isUnderstood() throws Exception {
    Turn turn = Turn.begin(extension.hivemind(), MONDAY, "cut the plank");
    turn.call(
        "c1",
        "cut",
        "{\"wood\":\"oak\",\"size\":1.5}",
        () -> "Error: field 'size' must be whole centimetres");
    turn.call("c2", "cut", "{\"wood\":\"oak\",\"size\":150}", () -> "cut");
    turn.close();
    extension.after(new AgentEvent[0]);

    assertThat(extension.hivemind().codify(Scope.of("payments-service")).evidence())
        .extracting(Evidence::kind)
        .isEqualTo(List.of(Evidence.Kind.FIX_PAIR));
  }
}
