package dev.hivemind.examples.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
          reports.add(new Learning(Hivemind.noop()).learn(transcript));
        });

    assertThat(names).containsExactly("a", "b");
    assertThat(reports).hasSize(2).allMatch(one -> one.evidence().isEmpty());
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("1/2 a.jsonl: 2 lines");
  }

  @Test
  void folderOfTwoSessions_teachesInTheFirst_andRecallsInTheSecond() {
    new Script("2026-03-01T10:00:00Z")
        .user("Publish the docs")
        .calls("c1", "Bash", "{\"command\":\"publish docs --target production\"}")
        .fails(
            "c1",
            "The user doesn't want to proceed with this tool use. To tell you how to proceed, the"
                + " user said:\nPublish to staging first, with --target staging")
        .calls("c2", "Bash", "{\"command\":\"publish docs --target staging\"}")
        .returns("c2", "published")
        .user("Thanks, that is right")
        .to(folder.resolve("monday.jsonl"));
    new Script("2026-03-02T10:00:00Z")
        .line("user", line -> other(line, "Publish the docs again"))
        .line(
            "assistant",
            line -> {
              line.put("sessionId", "s2");
              Script.calls(
                  line, "d1", "Bash", "{\"command\":\"publish docs --target production\"}");
            })
        .to(folder.resolve("tuesday.jsonl"));

    int code = run(folder.toString(), folder.resolve("home").toString());

    assertThat(log.toString(StandardCharsets.UTF_8)).contains("2/2 tuesday.jsonl");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("== monday", "call rejected 1", "refusal 1", "decided   keep 1")
        .contains("skills written: 1", "recalls: 1 of 3 tool calls")
        .containsSubsequence("-- tuesday", "learned in an earlier session", "staging");
  }

  private static void other(ObjectNode line, String text) {
    line.put("sessionId", "s2");
    line.putObject("message").put("content", text);
  }
}
