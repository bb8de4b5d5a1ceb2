package dev.hivemind.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Forget;
import dev.hivemind.ForgetReport;
import dev.hivemind.Hivemind;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forgetting reaches what was recorded a moment before, and every byte that was written of it. */
class ForgottenBytesTest {
  private static final Scope SHOP = Scope.of("shop");
  private static final String NAME = "zaphodbeeblebrox";

  @TempDir Path directory;

  /** Returns the id of the correction, whose author is another. */
  private static String happen(Hivemind hivemind, String session) {
    Session customer = Session.of(SHOP, session).by(Author.endUser(NAME));
    hivemind.record(customer.prompt("Refund the order of " + NAME));
    hivemind.record(customer.toolCall("c1", "refund", "{\"name\":\"" + NAME + "\"}"));
    hivemind.record(customer.toolResult("c1", ToolStatus.OK, "refunded " + NAME));
    return hivemind.record(
        customer
            .by(Author.operator("ana"))
            .correction("c1", "No. Call " + NAME + " before you refund."));
  }

  @Test
  void forget_whileEventsWait_leavesNothingInTheHomeNorInANamedRoot() {
    Path root = directory.resolve("project/skills");
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(directory.resolve("home"))
            .publishTo(root, SHOP)
            .linger(Duration.ofSeconds(1))
            .open()) {
      String correction = happen(hivemind, "monday");
      assertThat(hivemind.flush(Duration.ofSeconds(60)).missing()).isEmpty();
      assertThat(Bytes.holding(root, NAME)).isNotEmpty();
      assertThat(Bytes.holding(directory.resolve("home"), NAME)).isNotEmpty();

      for (int i = 0; i < 50; i++) {
        Session waiting = Session.of(SHOP, "tuesday").by(Author.endUser(NAME));
        hivemind.record(waiting.prompt("Where is the order of " + NAME + " number " + i));
      }
      assertThat(hivemind.status().queuedEvents()).isPositive();
      ForgetReport report = hivemind.forget(Forget.author(SHOP, NAME));

      assertThat(report.events()).isEqualTo(53);
      assertThat(report.skills()).hasSize(1);
      assertThat(Bytes.holding(root, NAME)).isEmpty();
      assertThat(hivemind.skills(SHOP).list()).isEmpty();
      // What somebody else said of the customer is an event of its own.
      assertThat(hivemind.forget(Forget.event(SHOP, correction)).events()).isEqualTo(1);
    }
    assertThat(Bytes.holding(directory, NAME)).isEmpty();
  }

  @Test
  void forget_ofAScope_whileEventsWait_leavesNothing() {
    Path root = directory.resolve("project/skills");
    try (Hivemind hivemind =
        Hivemind.builder()
            .home(directory.resolve("home"))
            .publishTo(root, SHOP)
            .linger(Duration.ofSeconds(1))
            .open()) {
      happen(hivemind, "monday");
      hivemind.forget(Forget.everything(SHOP));
      assertThat(Bytes.holding(root, NAME)).isEmpty();
    }
    assertThat(Bytes.holding(directory, NAME)).isEmpty();
  }
}
