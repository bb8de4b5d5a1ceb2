package dev.hivemind.examples.transcripts;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hivemind.Author;
import dev.hivemind.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transcript that is broken anywhere costs lines, never the run. */
class TranscriptFuzzTest {
  private static final long SEED = Long.getLong("hivemind.seed", 20261122);

  /** The build tries some, {@code -Plong} many. */
  private static final int ROUNDS = Integer.getInteger("hivemind.fuzz", 500);

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          ",",
          ":",
          "\n",
          "null",
          "true",
          "7",
          "-1e999",
          "{}",
          "[]",
          "\"\"",
          "\"type\":7,",
          "\"type\":\"progress\",",
          "\"message\":null,",
          "\"content\":[7,null],",
          "\"content\":{},",
          "\"timestamp\":\"yesterday\",",
          "\"timestamp\":\"+999999999-12-31T23:59:59Z\",",
          "\"sessionId\":\"\",",
          "\"isSidechain\":true,",
          "\"toolUseResult\":\"Error\",",
          "\"id\":\"\",",
          "\"type\":\"queue-operation\",\"operation\":\"remove\",",
          "\\ud83d",
          "\u0000",
          "<command-name>",
          "<system-reminder>",
          "\ufeff");

  @TempDir Path folder;

  private static String good(Path folder) throws IOException {
    Path file =
        new Script("2026-03-01T10:00:00Z")
            .user("Please refund order 12")
            .calls(
                "c1", "Edit", "{\"file_path\":\"a.txt\",\"old_string\":\"a\",\"new_string\":\"b\"}")
            .returns("c1", "done")
            .says("Done.")
            .user("No, check the window first.")
            .line("progress", line -> line.putObject("data").put("type", "agent_progress"))
            .line(
                "queue-operation", line -> line.put("operation", "enqueue").put("content", "stop"))
            .line("attachment", line -> line.putObject("attachment").put("type", "queued_command"))
            .to(folder.resolve("good.jsonl"));
    return Files.readString(file);
  }

  private static byte[] broken(String good, Random random) {
    StringBuilder text = new StringBuilder(good);
    for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
      int from = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), from + random.nextInt(25));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, text.substring(from, to));
        case 2 -> text.insert(from, piece.repeat(1 << random.nextInt(12)));
        case 3 -> text.setLength(Math.max(1, from));
        default -> text.replace(from, to, piece);
      }
    }
    byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    bytes[random.nextInt(bytes.length)] ^= (byte) (random.nextInt(20) == 0 ? 0xff : 0);
    return bytes;
  }

  private static void read(Path folder, Path file) throws IOException {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Problems problems = new Problems(nowhere);
    TranscriptReader.transcripts(folder);
    List<Line> lines = new TranscriptReader(problems).read(file);
    Conversation.of(Scope.of("shop"), "f.jsonl", Author.owner("ana"), lines, problems);
  }

  @Test
  void brokenTranscripts_costLinesOnly() throws IOException {
    String good = good(folder);
    Path file = folder.resolve("broken.jsonl");
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(file, broken(good, new Random(SEED * 1_000_003 + round)));
      assertThatCode(() -> read(folder, file))
          .as("round %d, replay with -Dhivemind.seed=%d: %s", round, SEED, shown(file))
          .doesNotThrowAnyException();
    }
  }

  private static String shown(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.substring(0, Math.min(3_000, text.length()));
  }
}
