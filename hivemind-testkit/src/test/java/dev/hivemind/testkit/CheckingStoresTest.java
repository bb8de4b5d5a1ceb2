package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.event;
import static dev.hivemind.testkit.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CheckingStoresTest {
  private final EventStore events = new CheckingEventStore(new InMemoryEventStore());
  private final SkillStore skills = new CheckingSkillStore(new InMemorySkillStore());

  @Test
  void eventStore_badCaller() {
    EventRow placed = new EventRow("w", 7, "e", "kind", Samples.NOON, "");
    complains("empty group", () -> events.append(List.of()));
    complains("position itself: 7", () -> events.append(List.of(placed)));
    complains("without an id", () -> events.append(List.of(event("w", ""))));
    complains("without a name", () -> events.append(List.of(event("", "e"))));
    complains("limit 0", () -> events.read("w", 0, 0));
    complains("position -1", () -> events.read("w", -1, 1));
    complains("consumer", () -> events.checkpoint("w", ""));
    complains(
        "across workspaces",
        () -> events.advance(Checkpoint.start("w", "c"), Checkpoint.start("v", "c")));
    complains(
        "across consumers",
        () -> events.advance(Checkpoint.start("w", "c"), Checkpoint.start("w", "d")));
    complains(
        "back from 2 to 1",
        () -> events.advance(new Checkpoint("w", "c", 2, ""), new Checkpoint("w", "c", 1, "")));
    assertThat(events.workspaces()).isEmpty();
  }

  @Test
  void skillStore_badCaller() {
    complains("without a document", () -> skills.append(skill("w", "s", 1, "")));
    complains("without an id", () -> skills.append(skill("w", "", 1)));
    complains("limit 0", () -> skills.changes("w", 0, 0));
    complains("version -1", () -> skills.changes("w", -1, 1));
    skills.append(skill("w", "s", 1));
    complains("revision 3 after 1", () -> skills.append(skill("w", "s", 3)));
    assertThat(skills.history("w", "s")).hasSize(1);
  }

  @Test
  void stores_usedAfterClose() {
    events.close();
    events.close();
    skills.close();
    skills.close();
    complains("use after close", events::workspaces);
    complains("use after close", () -> events.append(List.of(event("w", "e"))));
    complains("use after close", skills::workspaces);
    complains("use after close", () -> skills.append(skill("w", "s", 1)));
  }

  private static void complains(String about, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(AssertionError.class).hasMessageContaining(about);
  }
}
