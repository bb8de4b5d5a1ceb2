package dev.hivemind.examples.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptReaderTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final TranscriptReader reader =
      new TranscriptReader(new Problems(new PrintStream(said, true, StandardCharsets.UTF_8)));

  private String problems() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void badLine_isReportedWithFileAndNumber_andSkipped() {
    Path file =
        new Script("2026-03-01T10:00:00Z")
            .user("one")
            .raw("{not json")
            .raw("[1,2]")
            .raw("\"text\"")
            .raw("{\"a\":1}")
            .raw("")
            .raw("{\"type\":\"user\",\"timestamp\":\"yesterday\"}")
            .raw("{\"type\":\"user\"}{\"type\":\"user\"}")
            .user("two")
            .to(folder.resolve("bad.jsonl"));

    List<Line> lines = reader.read(file);

    assertThat(lines).extracting(Line::number).containsExactly(1, 9);
    assertThat(problems().lines())
        .hasSize(6)
        .allMatch(line -> line.contains(": skipped, "))
        .extracting(line -> line.substring(0, line.indexOf(": ")))
        .containsExactly(
            "bad.jsonl:2",
            "bad.jsonl:3",
            "bad.jsonl:4",
            "bad.jsonl:5",
            "bad.jsonl:7",
            "bad.jsonl:8");
  }

  @Test
  void truncatedLastLine_isReported_andTheRestIsRead() throws IOException {
    Path file =
        new Script("2026-03-01T10:00:00Z").user("one").user("two").to(folder.resolve("t.jsonl"));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));

    assertThat(reader.read(file)).extracting(Line::number).containsExactly(1);
    assertThat(problems()).startsWith("t.jsonl:2: skipped, ");
  }

  @Test
  void lines_areInTheOrderOfTheirTimes_equalOnesAsWritten() {
    Path file =
        new Script("2026-03-01T10:00:05Z")
            .user("last")
            .back(4)
            .user("first")
            .back(1)
            .user("first as well")
            .to(folder.resolve("t.jsonl"));

    assertThat(reader.read(file)).extracting(Line::number).containsExactly(2, 3, 1);
  }

  @Test
  void byteThatIsNotUtf8_doesNotLoseTheFile() throws IOException {
    Path file =
        new Script("2026-03-01T10:00:00Z").user("one ?").user("two").to(folder.resolve("t.jsonl"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[Files.readString(file).indexOf('?')] = (byte) 0xC3;
    Files.write(file, bytes);

    assertThat(reader.read(file)).hasSize(2);
  }

  @Test
  void lineThatAnotherFileRepeats_isPassedOver() {
    Path first =
        new Script("2026-03-01T10:00:00Z")
            .user("one", line -> line.put("uuid", "u1"))
            .to(folder.resolve("a.jsonl"));
    Path resumed =
        new Script("2026-03-01T10:00:00Z")
            .user("one", line -> line.put("uuid", "u1"))
            .user("two", line -> line.put("uuid", "u2"))
            .to(folder.resolve("b.jsonl"));

    assertThat(reader.read(first)).hasSize(1);
    assertThat(reader.read(resumed)).extracting(Line::number).containsExactly(2);
  }

  @Test
  void transcripts_comeInTheOrderTheyBegan() throws IOException {
    new Script("2026-03-02T10:00:00Z").user("later").to(folder.resolve("a.jsonl"));
    new Script("2026-03-01T10:00:00Z").user("earlier").to(folder.resolve("b.jsonl"));
    new Script("2026-03-01T10:00:00Z").raw("{broken").to(folder.resolve("c.jsonl"));
    Files.writeString(folder.resolve("notes.txt"), "no transcript");

    assertThat(TranscriptReader.transcripts(folder))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("b.jsonl", "a.jsonl", "c.jsonl");
  }
}
