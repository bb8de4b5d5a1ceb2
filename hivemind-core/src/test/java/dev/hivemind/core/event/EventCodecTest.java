package dev.hivemind.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.spi.EventRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
  private static final Session SESSION =
      Session.of(Scope.of("pay/ana"), "s").by(Author.operator("ana"));
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

  static List<AgentEvent> everyKind() {
    return List.of(
        SESSION.prompt("text"),
        SESSION.toolCall("c", "tool", "{\"a\":1}", "2"),
        SESSION.toolResult("c", ToolStatus.PENDING, "text"),
        SESSION.response("text"),
        new AgentEvent.Correction(SESSION, "c", "text", "arguments", "answer"),
        SESSION.edited("c", "arguments", "reason"),
        SESSION.edit("path", "before", "after"),
        SESSION.revert("c"),
        SESSION.interrupted(),
        SESSION.turnEnd(),
        SESSION.sessionEnd(),
        new AgentEvent.Unknown(
            SESSION,
            "later_kind",
            "{\"scope\":\"pay/ana\",\"session\":\"s\",\"author\":\"ana\",\"role\":\"OPERATOR\"}"));
  }

  @Test
  void everyKind_isAmongTheSamples() {
    assertThat(everyKind())
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(AgentEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void row_ofEveryKind_readsBackEqual(AgentEvent event) {
    EventRow row = EventCodec.encode("id", AT, event);

    assertThat(row.workspace()).isEqualTo("pay");
    assertThat(EventCodec.decode(row)).isEqualTo(new StoredEvent(0, "id", AT, event));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void map_ofEveryKind_reachesEveryText(AgentEvent event) {
    AgentEvent mapped = EventTexts.map(event, text -> "<" + text + ">");

    String plain = event.toString();
    for (String text :
        List.of("text", "reason", "arguments", "answer", "before", "after", "path")) {
      if (plain.contains("=" + text)) {
        assertThat(mapped.toString()).contains("<" + text + ">");
      }
    }
  }

  @Test
  void document_thatIsNotOurs_isRefused() {
    EventRow row = new EventRow("pay", 7, "id", "prompt", AT, "not json");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventCodec.decode(row))
        .withMessageContaining("position 7");
  }

  @Test
  void cut_keepsTheBeginningMarksItAndNeverSplitsACharacter() {
    String emoji = "\uD83D\uDE00";
    AgentEvent.Response cut =
        (AgentEvent.Response) EventTexts.cut(SESSION.response(emoji.repeat(3_000)), 1_001);

    assertThat(cut.text()).hasSizeLessThanOrEqualTo(1_001).endsWith("[cut by hivemind]");
    assertThat(cut.text().codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }

  @Test
  void cut_ofWords_endsBetweenTwo() {
    AgentEvent.Response cut =
        (AgentEvent.Response) EventTexts.cut(SESSION.response("token ".repeat(1_000)), 500);

    assertThat(cut.text()).matches("(token ?)+ \\[cut by hivemind]");
  }

  @Test
  void cut_ofSeveralTexts_sharesTheRoom() {
    AgentEvent.Edit cut =
        (AgentEvent.Edit)
            EventTexts.cut(SESSION.edit("p", "b".repeat(9_000), "a".repeat(1_000)), 1_000);

    assertThat(cut.before().length() + cut.after().length()).isLessThanOrEqualTo(1_000);
    assertThat(cut.after()).isNotEmpty();
  }
}
