package dev.hivemind.examples.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefundAgentTest {
  @TempDir Path home;

  @Test
  void wrongCall_isHeldInTheNextConversation_andTheRightOneMade() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();

    RefundAgent.run(home, new StubbornModel(), new PrintStream(told, true, StandardCharsets.UTF_8));

    assertThat(told.toString(StandardCharsets.UTF_8))
        .containsSubsequence(
            "== Monday",
            "agent: calls refund {\"order\":4711,\"method\":\"voucher\"}",
            "tool: order 4711 was refunded to the voucher",
            "ana: No, that was wrong.",
            "agent: calls refund {\"order\":4711,\"method\":\"card\"}",
            "== Tuesday",
            "agent: calls refund {\"order\":77,\"method\":\"voucher\"}",
            "HELD: <hivemind-lessons",
            "always refund to the card",
            "agent: calls refund {\"order\":77,\"method\":\"card\"}",
            "tool: order 77 was refunded to the card",
            "agent: Done: order 77 was refunded to the card.")
        .doesNotContain("order 77 was refunded to the voucher");
  }
}
