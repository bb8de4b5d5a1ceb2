package dev.hivemind.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  @TempDir Path home;

  private String story() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Quickstart.run(home, new PrintStream(told, true, StandardCharsets.UTF_8));
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void story_endsAsTold() {
    assertThat(story())
        .containsSubsequence(
            "agent: refund({\"order\":4711})",
            "ana: No. Look first whether the settlement window is closed.",
            "written ",
            "SKILL.md",
            "| name: ",
            "Look first whether the settlement window is closed.",
            "agent: refund({\"order\":77})",
            "HELD: ",
            "Look first whether the settlement window is closed.",
            "agent: settlement_window({\"order\":77})",
            "tool: open until 18:00",
            "agent: refund({\"order\":77})",
            "tool: refunded",
            "Hold",
            "SHOWN");
  }
}
