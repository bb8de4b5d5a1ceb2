package dev.hivemind.examples.transcripts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes small transcripts, one second between lines. */
final class Script {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<String> lines = new ArrayList<>();
  private Instant now;

  Script(String start) {
    this.now = Instant.parse(start);
  }

  Script raw(String line) {
    lines.add(line);
    return this;
  }

  Script line(String type, Consumer<ObjectNode> more) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("type", type).put("sessionId", "s1").put("timestamp", now.toString());
    now = now.plusSeconds(1);
    more.accept(line);
    return raw(line.toString());
  }

  Script user(String text) {
    return user(text, line -> {});
  }

  Script user(String text, Consumer<ObjectNode> more) {
    return line(
        "user",
        line -> {
          line.putObject("message").put("role", "user").put("content", text);
          more.accept(line);
        });
  }

  Script says(String text) {
    return line("assistant", line -> says(line, text));
  }

  static void says(ObjectNode line, String text) {
    line.putObject("message").putArray("content").addObject().put("type", "text").put("text", text);
  }

  Script calls(String id, String tool, String json) {
    return line("assistant", line -> calls(line, id, tool, json));
  }

  static void calls(ObjectNode line, String id, String tool, String json) {
    ObjectNode call = line.putObject("message").putArray("content").addObject();
    call.put("type", "tool_use").put("id", id).put("name", tool);
    try {
      call.set("input", MAPPER.readTree(json));
    } catch (IOException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  Script returns(String id, String output) {
    return line("user", line -> result(line, id, output));
  }

  Script returns(String id, String output, Consumer<ObjectNode> more) {
    return line(
        "user",
        line -> {
          result(line, id, output);
          more.accept(line);
        });
  }

  Script fails(String id, String output) {
    return line("user", line -> result(line, id, output).put("is_error", true));
  }

  static ObjectNode result(ObjectNode line, String id, String output) {
    ObjectNode result = line.putObject("message").putArray("content").addObject();
    return result.put("type", "tool_result").put("tool_use_id", id).put("content", output);
  }

  /** Takes back so many seconds: what is written next happened earlier. */
  Script back(int seconds) {
    now = now.minusSeconds(seconds);
    return this;
  }

  Path to(Path file) {
    return to(file, "\n");
  }

  Path to(Path file, String end) {
    try {
      return Files.writeString(file, String.join("\n", lines) + end);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
