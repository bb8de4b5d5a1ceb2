package dev.hivemind.examples.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.CodifyReport;
import dev.hivemind.Hivemind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private int run(String... args) {
    return Transcripts.run(args, stream(out), stream(log));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Test
  void noFolder_isAnsweredWithTheUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(log.toString(StandardCharsets.UTF_8)).startsWith("Usage: ").contains("<folder>");
  }

  @Test
  void folderThatIsNone_isNamed() {
    Path missing = folder.resolve("missing");

    assertThat(run(missing.toString())).isEqualTo(2);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("not a folder: " + missing);
  }

  @Test
  void emptyFolder_isSaidToBeEmpty() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "nothing");

    assertThat(run(folder.toString())).isEqualTo(2);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("no *.jsonl in " + folder);
  }

  @Test
  void hivemindThatLearnsNothing_leavesEmptyReports() throws IOException {
    new Script("2026-03-01T10:00:00Z").user("Hello").says("Hello.").to(folder.resolve("a.jsonl"));
    new Script("2026-03-02T10:00:00Z").user("Hello again").to(folder.resolve("b.jsonl"));
    List<CodifyReport> reports = new ArrayList<>();
    List<String> names = new ArrayList<>();

    Transcript.each(
        folder,
        stream(log),
        transcript -> {
          names.add(transcript.name());
          reports.addAll(new Learning().learn(Hivemind.noop(), transcript));
        });

    assertThat(names).containsExactly("a", "b");
    assertThat(reports).isEmpty();
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("1/2 a.jsonl: 2 lines");
  }
}
