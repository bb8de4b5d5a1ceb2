package dev.hivemind.examples.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the files of a folder, line by line. A line that cannot be read is reported with its file
 * and number, and skipped. A line that another file of the folder repeats, as a resumed session
 * does, is passed over.
 */
final class TranscriptReader {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private final Set<String> seen = new HashSet<>();
  private final Problems problems;

  TranscriptReader(Problems problems) {
    this.problems = problems;
  }

  /** Returns the transcripts of a folder, the one that began first first. */
  static List<Path> transcripts(Path folder) throws IOException {
    List<Started> files = new ArrayList<>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.filter(TranscriptReader::transcript).sorted().toList()) {
        files.add(new Started(file, start(file)));
      }
    }
    files.sort(Comparator.comparing(Started::at));
    return files.stream().map(Started::file).toList();
  }

  private record Started(Path file, Instant at) {}

  private static boolean transcript(Path file) {
    return file.getFileName().toString().endsWith(".jsonl") && Files.isRegularFile(file);
  }

  /** Returns the lines of a file in the order of their times; equal ones keep their order. */
  List<Line> read(Path file) {
    String name = file.getFileName().toString();
    List<Line> lines = new ArrayList<>();
    int number = 0;
    Instant last = Instant.EPOCH;
    try (BufferedReader in = open(file)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        number++;
        if (text.isBlank()) {
          continue;
        }
        try {
          Line line = line(number, text, last);
          last = line.at();
          if (seen.add(line.json().path("uuid").asText(name + ":" + number))) {
            lines.add(line);
          }
        } catch (JsonProcessingException e) {
          problems.skipped(name, number, "not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeParseException e) {
          problems.skipped(name, number, String.valueOf(e.getMessage()));
        }
      }
    } catch (IOException e) {
      problems.skipped(name, number + 1, "cannot be read: " + e);
    }
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  private static Line line(int number, String text, Instant last) throws JsonProcessingException {
    JsonNode json = MAPPER.readTree(text);
    if (!json.path("type").isTextual()) {
      throw new IllegalArgumentException("not an object with a type");
    }
    JsonNode time = json.path("timestamp");
    return new Line(number, json, time.isTextual() ? Instant.parse(time.asText()) : last);
  }

  private static Instant start(Path file) {
    try (BufferedReader in = open(file)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        Instant at = time(text);
        if (at.isAfter(Instant.EPOCH)) {
          return at;
        }
      }
    } catch (IOException e) {
      return Instant.MAX; // read() reports it
    }
    return Instant.MAX;
  }

  private static Instant time(String text) {
    try {
      return line(0, text, Instant.EPOCH).at();
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
      return Instant.EPOCH; // read() reports it
    }
  }

  /** A byte that is not UTF-8 spoils a character, not the file. */
  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }
}
